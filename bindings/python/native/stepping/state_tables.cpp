#include "bindings/python/native/stepping/columns_of.hpp"
#include "engine/inputs/pack.hpp"

namespace releve::python {

namespace {

constexpr std::array<Word, 6> reason_words{{
    {"none", {"not vacant", "non vacant"}},
    {"replacement", {"replacement", "remplacement"}},
    {"growth", {"growth", "création"}},
    {"promotion", {"promotion of its holder", "promotion du titulaire"}},
    {"anticipation", {"ahead of a retirement", "avant un départ"}},
    {"sharing", {"shared by several establishments", "partagé entre établissements"}},
}};

py::list list_of(std::span<const Word> words) {
    py::list list;
    for (const Word& word : words) {
        list.append(py::make_tuple(std::string(word.code), std::string(word.label.en), std::string(word.label.fr)));
    }
    return list;
}

py::list list_of(const CodeList& codes) {
    py::list list;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        list.append(py::make_tuple(codes.codes[i], codes.names[i].en, codes.names[i].fr));
    }
    return list;
}

constexpr auto persons = [](const State& state) -> std::size_t { return state.persons.size(); };
constexpr auto programmes = [](const State& state) { return state.programmes.size(); };
constexpr auto posts = [](const State& state) -> std::size_t { return state.posts.size(); };
constexpr auto cells = [](const State& state) -> std::size_t { return state.cells.size(); };
constexpr auto establishments = [](const State& state) -> std::size_t { return state.establishments.size(); };
constexpr auto events = [](const State& state) { return state.events.size(); };

template <class IdType>
py::array ids(const LookHandle& look, const std::vector<IdType>& members) {
    return view_of(look, members.data(), members.size(), sizeof(IdType));
}

}  // namespace

std::span<const Kind> all_kinds() {
    static const Kind kinds[] = {
        {"persons", person_columns(), persons},
        {"posts", post_columns(), posts},
        {"cells", cell_columns(), cells},
        {"establishments", establishment_columns(), establishments},
        {"programmes", programme_columns(), programmes},
        {"events", event_columns(), events},
    };
    return kinds;
}

py::array set_of(const LookHandle& look, const std::string& name) {
    const State& state = *look->state;
    if (name == "seekers") {
        return ids(look, state.seekers.members());
    }
    if (name == "vacancies") {
        return ids(look, state.vacancies.members());
    }
    if (name == "undecided") {
        return ids(look, state.undecided.members());
    }
    throw py::key_error(name);
}

py::dict code_lists(const Pack& pack) {
    py::dict lists;
    lists["sex"] = list_of(sex_words);
    lists["status"] = list_of(status_words);
    lists["contract"] = list_of(contract_words);
    lists["education"] = list_of(education_words);
    lists["separation"] = list_of(separation_words);
    lists["hire_origin"] = list_of(hire_origin_words);
    lists["closure_reason"] = list_of(closure_reason_words);
    lists["vacancy_reason"] = list_of(reason_words);
    lists["establishment_kind"] = list_of(establishment_kind_words);
    lists["event"] = list_of(event_words);
    lists["volume"] = list_of(volume_words);
    py::list sizes;
    for (const SizeBand& band : size_bands) {
        sizes.append(list_of(std::span(&band.word, 1))[0]);
    }
    lists["size"] = sizes;
    lists["zone"] = list_of(pack.zone_codes);
    lists["occupation"] = list_of(pack.occupations);
    lists["sector"] = list_of(pack.sectors);
    py::list establishments;
    for (const EstablishmentRow& row : pack.establishments) {
        establishments.append(py::make_tuple(row.id, row.id, row.id));
    }
    lists["establishment"] = establishments;
    return lists;
}

}  // namespace releve::python
