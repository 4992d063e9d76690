#include "engine/model/footprint.hpp"

#include "engine/state/state.hpp"

#include <catch2/catch.hpp>

using namespace releve;

namespace {

/// The sum of the parts that the record itself holds: those that come before `first_beside`.
std::size_t record_bytes(const Footprint& footprint, std::string_view first_beside) {
    std::size_t bytes = 0;
    for (const Footprint::Part& part : footprint.parts) {
        if (part.name == first_beside) {
            break;
        }
        bytes += part.bytes;
    }
    return bytes;
}

std::size_t bytes_of(const Footprint& footprint, std::string_view name) {
    for (const Footprint::Part& part : footprint.parts) {
        if (part.name == name) {
            return part.bytes;
        }
    }
    return 0;
}

}  // namespace

TEST_CASE("the parts of a person and of a post are the whole record") {
    const Footprint person = footprint_of_person({});
    const Footprint post = footprint_of_post();
    CHECK(record_bytes(person, "seekers") == sizeof(Person));
    CHECK(record_bytes(post, "list of its cell") == sizeof(Post));
    // a field left out of the list would be taken for alignment
    CHECK(bytes_of(person, "bits, alignment") < alignof(float));
    CHECK(bytes_of(post, "bits, alignment") < 2 * alignof(float));
}

TEST_CASE("columns listed are all there are") {
    CHECK(footprint_of_cell({}).parts.size() == sizeof(Cells) / sizeof(Column<CellId, std::uint32_t>) + 2);
    CHECK(footprint_of_establishment({}).parts.size() ==
          sizeof(Establishments) / sizeof(Column<EstablishmentId, std::uint32_t>) + 2);
}

TEST_CASE("every clock adds its own bytes and its place in the calendar") {
    const ClockNumbers all = all_clocks();
    CHECK(all.person > 0);
    CHECK(footprint_of_person(all).bytes() - footprint_of_person({}).bytes() ==
          all.person * (Clocks::bytes_each + sizeof(std::uint32_t)));
}
