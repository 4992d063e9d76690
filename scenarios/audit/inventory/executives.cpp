#include "scenarios/audit/inventory/executives.hpp"

namespace releve::audit {

std::vector<std::uint8_t> executive_occupations(const Pack& pack) {
    std::vector<std::uint8_t> executives(pack.occupations.size(), 0);
    if (pack.has("occupation_education")) {
        for (std::size_t i = 0; i < executives.size(); ++i) {
            const double graduates = pack.education_by_occupation[i][static_cast<std::size_t>(Education::bac3plus)];
            executives[i] = graduates >= executive_graduates ? 1 : 0;
        }
    }
    return executives;
}

}  // namespace releve::audit
