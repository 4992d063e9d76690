#include "scenarios/plan/financing.hpp"

namespace releve::committee {

Financing financing_of(const Pack&, const Scenario&, std::size_t, Month, Month) { return {}; }

Text convention_name(const Pack&, const std::string& code) { return {code, code}; }

Text scheme_name(const Pack&, const std::string& code) { return {code, code}; }

}  // namespace releve::committee
