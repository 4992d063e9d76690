#pragma once
#include "scenarios/audit/inventory/follow.hpp"
#include "tests/engine/state/small_state.hpp"

#include <initializer_list>

/// Packs and counts that fit on a page.
namespace releve::audit {

/// Of tests::small_state(): two inside zones and an outside one, two sectors, three occupations, two establishments.
inline Pack pack_by_hand() {
    Pack pack;
    pack.calendar.start = Month::of(2013, 1);
    for (const char* code : {"z0", "z1", "outside"}) {
        pack.zone_codes.add(code, {code, code}, "");
        pack.zones.push_back({5, 47, 100, std::string(code) != "outside"});
    }
    for (const char* code : {"s0", "s1"}) {
        pack.sectors.add(code, {code, code}, "");
    }
    for (const char* code : {"o0", "o1", "o2"}) {
        pack.occupations.add(code, {code, code}, "");
    }
    for (const char* code : {"c0", "c1"}) {
        pack.competences.add(code, {code, code}, "");
    }
    pack.learning_months = {12, 36};
    pack.profiles = {{{0, 1.0F, true}}, {{0, 0.25F, false}, {1, 0.75F, true}}, {}};
    pack.education_by_occupation = {{1, 0, 0, 0, 0}, {0, 0, 0, 0.5, 0.5}, {1, 0, 0, 0, 0}};
    pack.tables_present = {"occupation_competences", "occupation_education", "establishments", "posts"};
    pack.establishments = {{"E0", 0, 0, EstablishmentKind::ordinary, 1, 3},
                           {"E1", 1, 1, EstablishmentKind::ordinary, 2, 2}};
    pack.posts = {{0, 0, 2}, {0, 1, 1}, {1, 0, 2}};
    return pack;
}

inline void tell(Followed& followed, Measure measure, Cut cut, std::uint32_t unit, std::size_t horizon,
                 std::initializer_list<float> by_replicate) {
    const std::span<const float> place = followed.of(measure, cut, unit, horizon);
    std::copy(by_replicate.begin(), by_replicate.end(),
              followed.values.begin() + (place.data() - followed.values.data()));
}

}  // namespace releve::audit
