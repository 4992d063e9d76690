#include "scenarios/survey/package/file_kind.hpp"

#include "engine/inputs/formats/encoding.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace releve {

namespace {

using namespace std::literals;

/// A format told by its first bytes.
struct Signature {
    std::string_view start;
    Label what;
};

constexpr Label old_excel{
    "an old Excel workbook (.xls) rather than .xlsx (Excel 97 to 2003 wrote another format) open it and save it as "
    "\"Excel Workbook (.xlsx)\"",
    "un ancien classeur Excel (.xls) au lieu de .xlsx (Excel 97 à 2003 écrivait un autre format) ouvrez-le et "
    "enregistrez-le comme «\u00a0Classeur Excel (.xlsx)\u00a0»"};
constexpr Label web_page{
    "a web page or an XML text rather than .xlsx (some programs name it .xls or .xlsx) open it in a spreadsheet "
    "program "
    "and save it as \"Excel Workbook (.xlsx)\"",
    "une page web ou un texte XML au lieu de .xlsx (certains logiciels le nomment .xls ou .xlsx) ouvrez-le dans un "
    "tableur et enregistrez-le comme «\u00a0Classeur Excel (.xlsx)\u00a0»"};
constexpr Label other_archive{
    "a compressed archive rather than .xlsx unpack it and give the workbook that it holds",
    "une archive compressée au lieu de .xlsx décompressez-la et donnez le classeur qu'elle contient"};
constexpr Label split_archive{
    "one piece of a zip cut in several (its other pieces are missing) join the pieces, unpack and give the workbook",
    "un morceau d'un zip coupé en plusieurs (les autres morceaux manquent) réunissez les morceaux, décompressez et "
    "donnez le classeur"};
constexpr Label portable_document{
    "a PDF document rather than .xlsx (its tables cannot be read safely) fill in the workbook itself",
    "un document PDF au lieu de .xlsx (ses tableaux ne se lisent pas sûrement) remplissez le classeur lui-même"};

/// Sources: the specifications of each format, [MS-XLS] 2.4.21 for the oldest Excel files.
constexpr std::array<Signature, 13> signatures{{
    {"\x09\x08"sv, old_excel},
    {"\x09\x04"sv, old_excel},
    {"\x09\x02"sv, old_excel},
    {"\x09\x00\x04\x00"sv, old_excel},
    {"%PDF"sv, portable_document},
    {"\x1F\x8B"sv, other_archive},
    {"7z\xBC\xAF\x27\x1C"sv, other_archive},
    {"Rar!"sv, other_archive},
    {"BZh"sv, other_archive},
    {"\xFD"
     "7zXZ"sv,
     other_archive},
    {"PK\x07\x08"sv, split_archive},
    {"PK\x05\x06"sv,
     {"an empty zip (no workbook inside) give the workbook itself",
      "un zip vide (sans classeur) donnez le classeur lui-même"}},
    {"PK00PK"sv, split_archive},
}};

Text text(Label label) { return {std::string(label.en), std::string(label.fr)}; }

/// The names of the directory of an OLE container are UTF-16, little-endian.
bool holds_wide(std::string_view bytes, std::string_view name) {
    std::string wide;
    for (const char letter : name) {
        wide += letter;
        wide += '\0';
    }
    return bytes.find(wide) != std::string_view::npos;
}

Text ole_container(std::string_view bytes) {
    if (holds_wide(bytes, "EncryptedPackage") || holds_wide(bytes, "EncryptionInfo")) {
        return {
            "a workbook locked by a password (its contents are encrypted) open it, remove the password (File, Info, "
            "Protect Workbook, Encrypt with Password) and save it",
            "un classeur verrouillé par un mot de passe (son contenu est chiffré) ouvrez-le, retirez le mot de "
            "passe (Fichier, Informations, Protéger le classeur, Chiffrer avec mot de passe) et enregistrez-le"};
    }
    if (holds_wide(bytes, "Workbook") || holds_wide(bytes, "Book")) {
        return text(old_excel);
    }
    return {"an old Office document that is not a workbook give the workbook, saved as \"Excel Workbook (.xlsx)\"",
            "un ancien document Office qui n'est pas un classeur donnez le classeur, enregistré comme «\u00a0Classeur "
            "Excel (.xlsx)\u00a0»"};
}

std::string_view without_leading_blanks(std::string_view bytes) {
    const std::size_t from = bytes.find_first_not_of(" \t\r\n");
    return from == std::string_view::npos ? std::string_view{} : bytes.substr(from);
}

/// Whether the first bytes are those of a text of one byte a character: no control characters but line ends and tabs.
bool is_text(std::string_view bytes) {
    return std::all_of(bytes.begin(), bytes.end(), [](char one) {
        const auto byte = static_cast<unsigned char>(one);
        return byte >= 0x20 || one == '\n' || one == '\r' || one == '\t';
    });
}

Text plain_text(std::string_view bytes) {
    const std::string_view body = without_leading_blanks(bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes);
    if (body.starts_with('<')) {
        return text(web_page);
    }
    const auto invalid = first_invalid_utf8(bytes);
    if (invalid && *invalid + 4 <= bytes.size()) {  // nearer to the end it may be a character cut in two
        return {
            "a text in Latin-1 (a .csv or .txt) rather than .xlsx (sheets, lists and accents are lost in it) open it "
            "in a spreadsheet program, check the accents and save it as \"Excel Workbook (.xlsx)\"",
            "un texte en Latin-1 (un .csv ou un .txt) au lieu de .xlsx (onglets, listes et accents s'y perdent) "
            "ouvrez-le dans un tableur, vérifiez les accents et enregistrez-le comme «\u00a0Classeur Excel "
            "(.xlsx)\u00a0»"};
    }
    return {
        "a text (a .csv or .txt) rather than .xlsx (it holds one sheet only) copy it into the workbook of the survey",
        "un texte (un .csv ou un .txt) au lieu de .xlsx (il ne contient qu'un onglet) copiez-le dans le classeur de "
        "l'enquête"};
}

}  // namespace

std::optional<Text> not_a_zip(std::span<const std::byte> bytes) {
    const std::string_view all(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (all.starts_with("PK\x03\x04"sv)) {
        return std::nullopt;
    }
    if (all.empty()) {
        return Text{"an empty file (copying or downloading may have failed) copy it again",
                    "un fichier vide (la copie ou le téléchargement a pu échouer) copiez-le de nouveau"};
    }
    if (all.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) {
        return ole_container(all);
    }
    for (const Signature& signature : signatures) {
        if (all.starts_with(signature.start)) {
            return text(signature.what);
        }
    }
    constexpr std::size_t looked_at = 65'536;  // enough to tell a text
    if (is_text(all.substr(0, looked_at))) {
        return plain_text(all.substr(0, looked_at));
    }
    if (all.starts_with("\xFF\xFE"sv) || all.starts_with("\xFE\xFF"sv)) {
        return Text{
            "a text in UTF-16 (\"Unicode text\" of Excel) rather than .xlsx save it as \"Excel Workbook (.xlsx)\"",
            "un texte en UTF-16 («\u00a0Texte Unicode\u00a0» d'Excel) au lieu de .xlsx enregistrez-le comme "
            "«\u00a0Classeur Excel (.xlsx)\u00a0»"};
    }
    return Text{
        "not a workbook (its first bytes are not those of an .xlsx) give a workbook saved as \"Excel Workbook "
        "(.xlsx)\"",
        "ce n'est pas un classeur (ses premiers octets ne sont pas ceux d'un .xlsx) donnez un classeur "
        "enregistré comme «\u00a0Classeur Excel (.xlsx)\u00a0»"};
}

}  // namespace releve
