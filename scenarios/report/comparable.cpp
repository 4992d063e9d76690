#include "scenarios/report/comparable.hpp"

#include "engine/base/error.hpp"
#include "scenarios/report/pairs.hpp"

namespace releve::report {

void refuse_alone(const Dataset& results, const std::string& where) {
    const Variable* scenarios = results.find("scenario");
    if (scenarios == nullptr || scenarios->size() < 2) {
        throw InputError({{where,
                           {"a single scenario (nothing to compare it with) run several into one file",
                            "un seul scénario (rien à quoi le comparer) lancez-en plusieurs dans un même fichier"}}});
    }
    if (pairs_of(results).empty()) {
        throw InputError({{where,
                           {"one plan in each future (nothing to compare it with) run several plans under each",
                            "un seul plan par futur (rien à quoi le comparer) lancez plusieurs plans sous chacun"}}});
    }
}

}  // namespace releve::report
