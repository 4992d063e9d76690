#include "engine/base/fill.hpp"
#include "engine/inputs/tables/columns.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    establishment_column,
    occupation_column,
    {.name = "posts",
     .type = ColumnType::integer,
     .unit = "post",
     .least = 0,
     .meaning = {"number of posts", "nombre de postes"}},
};
constexpr std::string_view key[] = {"establishment", "occupation"};

struct PostSum {
    int posts = 0;
    std::size_t row = no_index;  ///< last line of the establishment
};

void check_totals(const TableRows& rows, const Pack& pack, const std::vector<PostSum>& sums, Problems& problems) {
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const EstablishmentRow& establishment = pack.establishments[i];
        if (sums[i].posts != establishment.posts) {
            const bool none = sums[i].row == no_index;
            problems.add(
                none ? rows.file() + " posts" : rows.where(sums[i].row, "posts"),
                fill({"establishment {} has {} posts here (establishments.csv says {}) correct one of them",
                      "l'établissement {} a {} postes ici (establishments.csv en dit {}) corrigez l'un des "
                      "deux"},
                     {shown(establishment.id), std::to_string(sums[i].posts), std::to_string(establishment.posts)}));
        }
    }
}

void load(const TableRows& rows, Pack& pack, Problems& problems) {
    std::vector<PostSum> sums(pack.establishments.size());
    for (std::size_t row = 0; row < rows.count(); ++row) {
        const PostRow post{rows.code(row, "establishment"), rows.code(row, "occupation"), rows.integer(row, "posts")};
        sums[post.establishment].posts += post.posts;
        sums[post.establishment].row = row;
        pack.posts.push_back(post);
    }
    check_totals(rows, pack, sums, problems);
}

}  // namespace

constinit const Table posts = {
    .name = "posts",
    .meaning = {"posts of each establishment by occupation", "postes de chaque établissement par métier"},
    .columns = columns,
    .key = key,
    .confidential = true,
    .needed_with = "establishments",
    .needed_by = "synthesis, demand",
    .load = load,
};

}  // namespace releve::tables
