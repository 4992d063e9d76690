#pragma once
#include "engine/inputs/pack.hpp"
#include "engine/state/state.hpp"

#include <memory>
#include <pybind11/numpy.h>
#include <string>

/// The state of a run as Python sees it: read-only arrays over the records themselves.
namespace releve::python {

namespace py = pybind11;

/// A month that somebody looks at. While the run stands at it, it is the run's own state; a run that goes on while it is
/// still looked at gives the state away and goes on in a copy, so that every array stays valid and shows its month.
struct Look {
    const State* state = nullptr;
    std::shared_ptr<const void> owner;  ///< keeps the run alive while the state is its own
    std::shared_ptr<const State> kept;  ///< the state, once given away

    void keep(std::shared_ptr<const State> given) {
        kept = std::move(given);
        state = kept.get();
        owner.reset();
    }
};
using LookHandle = std::shared_ptr<Look>;

/// One table of the state ("persons", "posts", ...) in the month of a look.
struct StateTable {
    LookHandle look;
    std::string kind;
};

/// KeyError for a kind that is not there.
StateTable table_of(const LookHandle& look, const std::string& kind);
/// Ids of one set of the state: "seekers", "vacancies", "undecided".
py::array set_of(const LookHandle& look, const std::string& name);

/// Code lists by name: name -> list of (code, English label, French label).
py::dict code_lists(const Pack& pack);

}  // namespace releve::python
