#include "scenarios/tables/data_package.hpp"

#include "engine/base/sha256.hpp"

namespace releve::tables {

namespace {

using Json = nlohmann::ordered_json;

Json texts(std::initializer_list<std::string_view> all) {
    Json array = Json::array();
    for (const std::string_view text : all) {
        array.push_back(std::string(text));
    }
    return array;
}

}  // namespace

DataPackage::DataPackage(const Source& source, exports::CsvStyle style) : source_(source), style_(style) {
    const auto attribute = [&](std::string_view name) { return std::string(text_of(source.results.attributes, name)); };
    document_ = {{"profile", "tabular-data-package"},
                 {"name", "releve"},
                 {"title", attribute("title")},
                 {"description", attribute(source.language == Language::fr ? "caution_fr" : "caution")},
                 {"resources", Json::array()}};
}

void DataPackage::add(const std::string& file, const Text& holds, const std::vector<ColumnTold>& columns,
                      const std::string& bytes) {
    const bool french = style_ == exports::CsvStyle::excel_french;
    Json fields = Json::array();
    for (const ColumnTold& column : columns) {
        Json field{{"name", heading_of(source_, column)}, {"type", std::string(column.type)}};
        if (const std::string meaning = said(column.meaning, source_.language); !meaning.empty()) {
            field["description"] = meaning;
        }
        if (french && column.type == "number") {
            field["decimalChar"] = ",";
        }
        fields.push_back(std::move(field));
    }
    document_["resources"].push_back(
        {{"name", file.substr(0, file.rfind('.'))},
         {"path", file},
         {"profile", "tabular-data-resource"},
         {"title", said(holds, source_.language)},
         {"format", "csv"},
         {"mediatype", "text/csv"},
         {"encoding", "utf-8"},
         {"bytes", bytes.size()},
         {"hash", "sha256:" + sha256(bytes)},
         {"dialect",
          {{"delimiter", french ? ";" : ","}, {"lineTerminator", "\r\n"}, {"quoteChar", "\""}, {"header", true}}},
         {"schema",
          {{"fields", std::move(fields)},
           {"missingValues", french ? texts({"", hidden_mark, missing_mark}) : texts({""})}}}});
}

std::string DataPackage::text() const { return document_.dump(1, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace releve::tables
