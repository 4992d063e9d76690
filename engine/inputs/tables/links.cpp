#include "engine/inputs/tables/periods.hpp"

#include <map>

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    {.name = "establishment",
     .type = ColumnType::code,
     .refers_to = "establishments",
     .meaning = {"establishment", "établissement"}},
    {.name = "partner",
     .type = ColumnType::code,
     .refers_to = "establishments",
     .meaning = {"the other one: a link holds both ways", "l'autre\u00a0: un lien vaut dans les deux sens"}},
    {.name = "kind", .type = ColumnType::word, .words = link_words, .meaning = {"what ties them", "ce qui les lie"}},
};
constexpr std::string_view key[] = {"establishment", "partner"};

void check(const TableRows& rows, Problems& problems) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> seen;
    for (std::size_t row = 0; row < rows.count(); ++row) {
        const std::uint32_t one = rows.code(row, "establishment");
        const std::uint32_t other = rows.code(row, "partner");
        if (one == other) {
            problems.add(rows.where(row, "partner"),
                         fill({"{} is linked to itself (a link ties two establishments) take the line out",
                               "{} est lié à lui-même (un lien unit deux établissements) ôtez la ligne"},
                              {shown(rows.text(row, "partner"))}));
        } else if (const auto found = seen.find({other, one}); found != seen.end()) {
            problems.add(
                rows.where(row, "partner"),
                fill({"{} and {} are linked already, on line {} (a link holds both ways) keep one of the lines",
                      "{} et {} sont déjà liés, à la ligne {} (un lien vaut dans les deux sens) gardez une des "
                      "lignes"},
                     {shown(rows.text(row, "establishment")), shown(rows.text(row, "partner")),
                      std::to_string(rows.line(found->second))}));
        }
        seen.emplace(std::pair(one, other), row);
    }
}

/// A link between two sectors needs two of them, one of insertion an insertion structure.
void check_kind(const TableRows& rows, std::size_t row, const Link& link, const Pack& pack, Problems& problems) {
    const EstablishmentRow& one = pack.establishments[link.establishment];
    const EstablishmentRow& other = pack.establishments[link.partner];
    if (link.kind == LinkKind::sector && one.sector == other.sector) {
        problems.add(rows.where(row, "kind"),
                     fill({"both {} and {} are of sector {} (kind sector ties two sectors) name another kind",
                           "{} et {} sont tous deux du secteur {} (le genre sector lie deux secteurs) nommez un autre "
                           "genre"},
                          {shown(one.id), shown(other.id), pack.sectors.codes[one.sector]}));
    }
    const auto is_insertion = [](const EstablishmentRow& it) { return it.kind == EstablishmentKind::insertion; };
    if (link.kind == LinkKind::insertion && is_insertion(one) == is_insertion(other)) {
        problems.add(
            rows.where(row, "kind"),
            fill({"not one of {} and {} alone is an insertion structure (kind insertion ties one to an ordinary "
                  "establishment) name another kind",
                  "{} et {}\u00a0: pas une structure d'insertion et une autre (le genre insertion lie une "
                  "structure à un établissement ordinaire) nommez un autre genre"},
                 {shown(one.id), shown(other.id)}));
    }
}

void load(const TableRows& rows, Pack& pack, Problems& problems) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.links.push_back({.establishment = rows.code(row, "establishment"),
                              .partner = rows.code(row, "partner"),
                              .kind = static_cast<LinkKind>(rows.word(row, "kind"))});
        check_kind(rows, row, pack.links.back(), pack, problems);
    }
}

}  // namespace

constinit const Table links = {
    .name = "links",
    .meaning = {"establishments that work together", "établissements qui travaillent ensemble"},
    .columns = columns,
    .key = key,
    .confidential = true,
    .needed_by = "interfirm_network, employer_group, insertion_platform",
    .check = check,
    .load = load,
};

}  // namespace releve::tables
