#include "scenarios/survey/package/package.hpp"

#include "engine/base/fill.hpp"
#include "engine/inputs/formats/encoding.hpp"
#include "scenarios/survey/package/file_kind.hpp"
#include "scenarios/survey/package/limits.hpp"
#include "scenarios/survey/package/other_zip.hpp"

#include <algorithm>
#include <array>
#include <zip.h>

namespace releve {

namespace {

namespace limits = workbook_limits;

std::string small_letters(std::string_view name) {
    std::string small(name);
    std::transform(small.begin(), small.end(), small.begin(),
                   [](char one) { return one >= 'A' && one <= 'Z' ? static_cast<char>(one - 'A' + 'a') : one; });
    return small;
}

/// The names that could lead outside of the folder where a zip is unpacked. Nothing is unpacked here, but no program
/// writes them by accident.
bool leads_outside(std::string_view name) {
    const bool absolute = name.starts_with('/') || (name.size() > 1 && name[1] == ':');
    const bool climbs =
        name == ".." || name.starts_with("../") || name.find("/../") != std::string_view::npos || name.ends_with("/..");
    return absolute || climbs || name.find('\\') != std::string_view::npos;
}

Text too_big() {
    return fill({"more than {} MiB once decompressed (a survey takes some MiB; this is the shape of a zip bomb) delete "
                 "the sheets, images and empty formatted rows that are not needed and save it again",
                 "plus de {}\u00a0Mio une fois décompressé (une enquête prend quelques Mio\u00a0; c'est la forme d'une "
                 "bombe zip) supprimez les onglets, images et lignes vides mises en forme inutiles et "
                 "enregistrez-le de nouveau"},
                {std::to_string(limits::most_inflated_bytes >> 20)});
}

Text too_dense() {
    return fill({"decompresses to more than {} times its size (this is the shape of a zip bomb) copy the cells into "
                 "an empty workbook of the survey and save that",
                 "se décompresse à plus de {} fois sa taille (c'est la forme d'une bombe zip) copiez les cellules dans "
                 "un classeur d'enquête vide et enregistrez celui-là"},
                {std::to_string(limits::most_ratio)});
}

Text damaged(const std::string& reason) {
    return fill({"the file is damaged ({}) copy or download it again, or open it in a spreadsheet program, let it "
                 "repair the file and save it",
                 "le fichier est abîmé ({}) copiez-le ou téléchargez-le de nouveau, ou ouvrez-le dans un tableur, "
                 "laissez-le le réparer et enregistrez-le"},
                {reason});
}

/// Why libzip does not open the bytes.
Text refusal(zip_error_t& error) {
    switch (zip_error_code_zip(&error)) {
        case ZIP_ER_NOZIP:
            return {"the file is cut short (the table of contents at its end is missing) copy or download it again",
                    "le fichier est tronqué (il manque la table des matières de la fin) copiez-le ou téléchargez-le de "
                    "nouveau"};
        case ZIP_ER_MULTIDISK:
            return {
                "one piece of a zip cut in several (its other pieces are missing) give the workbook itself",
                "un morceau d'un zip coupé en plusieurs (les autres morceaux manquent) donnez le classeur lui-même"};
        default: return damaged(zip_error_strerror(&error));
    }
}

struct ZipOpening {
    zip_error_t error;
    ZipOpening() { zip_error_init(&error); }
    ~ZipOpening() { zip_error_fini(&error); }
    ZipOpening(const ZipOpening&) = delete;
    ZipOpening& operator=(const ZipOpening&) = delete;
};

zip* open_zip(std::span<const std::byte> bytes, ZipOpening& opening) {
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &opening.error);
    if (source == nullptr) {
        return nullptr;
    }
    zip* archive = zip_open_from_source(source, ZIP_RDONLY, &opening.error);
    if (archive == nullptr) {
        zip_source_free(source);  // a zip that opened frees its source itself
    }
    return archive;
}

/// What a part is refused for before it is inflated; nothing if all is well.
std::optional<Text> part_refusal(const zip_stat_t& part) {
    if (leads_outside(part.name)) {
        return fill({"part \"{}\" has a path that leads outside (no spreadsheet program writes that) save it again "
                     "with a spreadsheet program",
                     "la partie «\u00a0{}\u00a0» a un chemin qui mène au-dehors (aucun tableur n'écrit cela) "
                     "enregistrez-le de nouveau avec un tableur"},
                    {shown(part.name)});
    }
    if (part.encryption_method != ZIP_EM_NONE) {
        return Text{
            "locked by a password (its parts are encrypted) unpack it with its password and give the workbook",
            "verrouillé par un mot de passe (ses parties sont chiffrées) décompressez-le avec le mot de passe et "
            "donnez le classeur"};
    }
    if (part.comp_method != ZIP_CM_STORE && part.comp_method != ZIP_CM_DEFLATE) {
        return fill({"part \"{}\" is compressed in a way that workbooks do not use (method {}) save it again with a "
                     "spreadsheet program",
                     "la partie «\u00a0{}\u00a0» est compressée d'une façon que les classeurs n'emploient pas (méthode "
                     "{}) enregistrez-le de nouveau avec un tableur"},
                    {shown(part.name), std::to_string(part.comp_method)});
    }
    return std::nullopt;
}

}  // namespace

WorkbookPackage::WorkbookPackage(zip* archive, const std::string& file)
    : file_(file),
      archive_(archive, [](zip* one) { zip_discard(one); }) {}

std::optional<WorkbookPackage> WorkbookPackage::open(std::span<const std::byte> bytes, const std::string& file,
                                                     Problems& problems) {
    if (bytes.size() > limits::most_file_bytes) {
        problems.add(file,
                     fill({"file too big (limit: {} MiB) delete the sheets and images that are not needed",
                           "fichier trop gros (limite\u00a0: {}\u00a0Mio) supprimez les onglets et images inutiles"},
                          {std::to_string(limits::most_file_bytes >> 20)}));
        return std::nullopt;
    }
    if (auto other = not_a_zip(bytes)) {
        problems.add(file, std::move(*other));
        return std::nullopt;
    }
    ZipOpening opening;
    zip* archive = open_zip(bytes, opening);
    if (archive == nullptr) {
        problems.add(file, refusal(opening.error));
        return std::nullopt;
    }
    WorkbookPackage package(archive, file);
    if (!package.list_parts(problems)) {
        return std::nullopt;
    }
    return package;
}

bool WorkbookPackage::list_parts(Problems& problems) {
    const auto count = static_cast<std::uint64_t>(std::max<zip_int64_t>(0, zip_get_num_entries(archive_.get(), 0)));
    if (count > limits::most_parts) {
        problems.add(file_,
                     fill({"{} parts inside (limit: {}; a workbook has some dozens) delete the images and "
                           "drawings that are not needed",
                           "{} parties (limite\u00a0: {}\u00a0; un classeur en a quelques dizaines) supprimez les "
                           "images et dessins inutiles"},
                          {std::to_string(count), std::to_string(limits::most_parts)}));
        return false;
    }
    std::uint64_t inflated = 0;
    for (std::uint64_t index = 0; index < count; ++index) {
        if (!list_part(index, inflated, problems)) {
            return false;
        }
    }
    std::vector<std::string_view> names;
    for (const auto& [name, part] : parts_) {
        names.push_back(name);
    }
    if (auto other = other_zip(names)) {
        problems.add(file_, std::move(*other));
        return false;
    }
    return true;
}

bool WorkbookPackage::list_part(std::uint64_t index, std::uint64_t& inflated, Problems& problems) {
    zip_stat_t part;
    constexpr zip_uint64_t needed =
        ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
    if (zip_stat_index(archive_.get(), index, ZIP_FL_ENC_GUESS, &part) != 0 || (part.valid & needed) != needed) {
        problems.add(file_, damaged(zip_strerror(archive_.get())));
        return false;
    }
    if (auto refused = part_refusal(part)) {
        problems.add(file_, std::move(*refused));
        return false;
    }
    if (part.size > limits::most_inflated_bytes - inflated) {
        problems.add(file_, too_big());
        return false;
    }
    inflated += part.size;
    const auto [at, is_new] = parts_.try_emplace(small_letters(part.name), Part{index, part.comp_size});
    if (!is_new) {
        problems.add(file_, fill({"part \"{}\" is there twice (which one counts?) save it again with a spreadsheet "
                                  "program",
                                  "la partie «\u00a0{}\u00a0» est là deux fois (laquelle compte\u00a0?) enregistrez-le "
                                  "de nouveau avec un tableur"},
                                 {shown(part.name)}));
    }
    return is_new;
}

bool WorkbookPackage::has(std::string_view part) const { return parts_.contains(small_letters(part)); }

bool WorkbookPackage::read(std::string_view name, const std::function<bool(std::string_view piece)>& take,
                           Problems& problems) {
    const auto part = parts_.find(small_letters(name));
    if (part == parts_.end()) {
        problems.add(where(name),
                     {"part missing (a workbook is not whole without it) open it in a spreadsheet program, "
                      "let it repair the file and save it",
                      "partie manquante (sans elle le classeur n'est pas entier) ouvrez-le dans un tableur, "
                      "laissez-le le réparer et enregistrez-le"});
        return false;
    }
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> open(zip_fopen_index(archive_.get(), part->second.index, 0),
                                                                 &zip_fclose);
    if (open == nullptr) {
        problems.add(where(name), damaged(zip_strerror(archive_.get())));
        return false;
    }
    std::array<char, 65'536> piece;
    std::uint64_t got_in_all = 0;
    for (;;) {
        const zip_int64_t got = zip_fread(open.get(), piece.data(), piece.size());
        if (got < 0) {
            problems.add(where(name), damaged(zip_file_strerror(open.get())));
            return false;
        }
        if (got == 0) {
            return true;
        }
        got_in_all += static_cast<std::uint64_t>(got);
        inflated_bytes_ += static_cast<std::uint64_t>(got);
        const bool dense =
            got_in_all > limits::ratio_counts_from && got_in_all / limits::most_ratio > part->second.packed_bytes;
        if (dense || inflated_bytes_ > limits::most_inflated_bytes) {
            problems.add(where(name), dense ? too_dense() : too_big());
            return false;
        }
        if (!take({piece.data(), static_cast<std::size_t>(got)})) {
            return false;
        }
    }
}

}  // namespace releve
