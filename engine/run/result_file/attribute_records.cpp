#include "engine/results/netcdf_file.hpp"
#include "engine/run/result_file/records.hpp"

namespace releve {

namespace {

constexpr AttributeRecord of_root[] = {
    {"Conventions", {"conventions of names and attributes", "conventions de noms et d'attributs"}},
    {"title", {"Relève and the territory", "Relève et le territoire"}},
    {"territory_en", {"name of the territory in English", "nom du territoire en anglais"}},
    {"territory_fr", {"name of the territory in French", "nom du territoire en français"}},
    {"pack", {"name of the pack's folder", "nom du dossier du territoire"}},
    {"pack_version", {"version that the pack gives itself", "version que le territoire se donne"}},
    {"engine_version", {"version of Relève", "version de Relève"}},
    {"source_revision", {"revision of its sources", "révision de ses sources"}},
    {"command_line",
     {"canonical: files without folders, no threads, no output file",
      "canonique\u00a0: fichiers sans dossiers, ni fils d'exécution ni fichier de sortie"}},
    {"seed", {"seed of all draws", "graine de tous les tirages"}},
    {"replicates", {"number of replicates of each scenario", "nombre de répliques de chaque scénario"}},
    {"start", {"first month", "premier mois"}},
    {"step_months", {"months in a step", "mois dans un pas"}},
    {"persons_per_agent",
     {"people that one simulated person stands for: 1 but in packs by occupation alone",
      "personnes que représente une personne simulée\u00a0: 1 sauf pour un territoire par métier seul"}},
    {"horizon", {"last month", "dernier mois"}},
    {"inputs", {"each file and its SHA-256", "chaque fichier et son SHA-256"}},
    {"scenarios", {"each resolved scenario as TOML", "chaque scénario résolu, en TOML"}},
    {"synthesis",
     {"what the first state holds, and by how much it misses the margins",
      "ce que contient l'état initial, et de combien il manque les marges"}},
    {"parameters",
     {"every value used by the first scenario, then what others change",
      "chaque valeur du premier scénario, puis ce que changent les autres"}},
    {"switched_off",
     {"processes that did not run", "processus qui n'ont pas tourné"},
     {"the pack lacks their tables", "le territoire n'a pas leurs tables"}},
    {"own_code",
     {"actions of one's own code, as SCENARIO.ACTION: the file does not hold them, and the run cannot be repeated",
      "actions de code propre, sous la forme SCENARIO.ACTION\u00a0: le fichier ne les contient pas, et le calcul ne "
      "peut "
      "être refait"},
     {"a scenario has some", "un scénario en a"}},
    {"caution", {"projection, not forecast", "projection, non prévision, en anglais"}},
    {"caution_fr", {"the same in French", "la même en français"}},
    {"format_version",
     {"version of this layout; a greater first number is another layout",
      "version de cette structure\u00a0; un premier nombre plus grand en est une autre"}},
    {checksum_attribute,
     {"CRC-32 of all that the file holds: 8 hexadecimal digits",
      "CRC-32 de tout ce que contient le fichier\u00a0: 8 chiffres hexadécimaux"}},
};

constexpr Label with_numbers{"outputs, volumes and costs", "indicateurs, volumes et coûts"};

constexpr AttributeRecord of_variables[] = {
    {"long_name",
     {"name in English, with what it tells of replicates", "nom en anglais, avec ce qu'il dit des répliques"},
     {"all but labels in French", "toutes, sauf les noms en français"}},
    {"long_name_fr",
     {"the same in French", "le même en français"},
     {"all but labels in English", "toutes, sauf les noms en anglais"}},
    {"units", {"unit; 1 for a ratio", "unité\u00a0; 1 pour un rapport"}, with_numbers},
    {"comment", {"what it means, in English", "ce que cela veut dire, en anglais"}, with_numbers},
    {"comment_fr", {"the same in French", "de même en français"}, with_numbers},
    {"kind",
     {"stock: count at the end of the period; flow: count over it; rate: ratio at its end",
      "stock\u00a0: compte en fin de période\u00a0; flow\u00a0: compte sur la période\u00a0; rate\u00a0: rapport à sa "
      "fin"},
     with_numbers},
    {"formula", {"how it is computed", "comment on le calcule"}, with_numbers},
    {"source", {"where the definition comes from", "d'où vient la définition"}, with_numbers},
    {"adds_up",
     {"how it adds up over time and breakdowns", "comment cela s'additionne dans le temps et les ventilations"},
     {"outputs", "indicateurs"}},
};

}  // namespace

std::span<const AttributeRecord> root_attribute_records() { return of_root; }
std::span<const AttributeRecord> variable_attribute_records() { return of_variables; }

}  // namespace releve
