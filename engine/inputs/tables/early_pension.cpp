#include "engine/inputs/tables/columns.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    occupation_column,
    share_column("share", {"share of the first workers of the occupation who have the right",
                           "part des premiers travailleurs du métier qui en ont le droit"}),
};
constexpr std::string_view key[] = {"occupation"};

void load(const TableRows& rows, Pack& pack, Problems&) { pack.early_pension = by_occupation(rows, pack, "share"); }

}  // namespace

constinit const Table early_pension = {
    .name = "early_pension",
    .meaning =
        {"rights to a pension some years before the common ages (active categories of the public service, special "
         "schemes), by occupation",
         "droits à une retraite quelques années avant les âges communs (catégories actives de la fonction "
         "publique, régimes spéciaux), par métier"},
    .columns = columns,
    .key = key,
    .needed_by = "synthesis, retirement",
    .load = load,
};

}  // namespace releve::tables
