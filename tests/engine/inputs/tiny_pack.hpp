#pragma once
#include <filesystem>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>

/// A complete pack, small enough to be read in one look: 2 zones and an outside one, 3 occupations, 4 establishments,
/// 24 posts, 60 residents of 15 and over. Tests take it, spoil a file, and write it to a directory of their own.
namespace releve::tests {

/// An empty directory that goes away with the test.
class ScratchDirectory {
public:
    ScratchDirectory() {
        static int count = 0;
        const auto root = std::filesystem::temp_directory_path();
        do {
            path_ = root / ("releve-test-" + std::to_string(count++));
        } while (!std::filesystem::create_directory(path_));
    }
    ~ScratchDirectory() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    ScratchDirectory(const ScratchDirectory&) = delete;
    ScratchDirectory& operator=(const ScratchDirectory&) = delete;

    std::string path() const { return path_.generic_string(); }
    std::string file(const std::string& name) const { return (path_ / name).generic_string(); }
    void write(const std::string& name, const std::string& bytes) const {
        std::filesystem::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << bytes;
    }

private:
    std::filesystem::path path_;
};

using Files = std::map<std::string, std::string>;

inline void write_pack(const ScratchDirectory& directory, const Files& files) {
    for (const auto& [name, bytes] : files) {
        directory.write(name, bytes);
    }
}

inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    return at == std::string::npos ? throw std::runtime_error("nothing to replace: " + from)
                                   : text.replace(at, from.size(), to);
}

inline Files tiny_places() {
    return {
        {"territory.toml",
         "name = \"Petit pays\"\nname_en = \"Small land\"\nversion = \"1\"\nstart = \"2013-01\"\n"
         "[codes]\noccupation = \"three occupations\"\n[parameters]\nmatching.applications = 3\n"
         "[provenance.zones]\nproducer = \"nobody\"\nyear = 2013\nestimated = true\n"},
        {"zones.csv",
         "zone,name,kind,lon,lat,population\nZA,Ville,inside,5.33,47.86,50\nZB,Bourg,inside,5.43,47.80,25\n"
         "ZX,Ailleurs,outside,5.04,47.32,150000\n"},
        {"sectors.csv",
         "sector,name_fr,name_en,parent\nAZ,Agriculture,Farming,A\nFZ,Construction,Building,F\n"
         "QA,Santé,Health,Q\n"},
        {"occupations.csv",
         "occupation,name_fr,name_en,parent\nfarmer,Éleveurs,Farmers,A\nmason,Maçons,Masons,B\n"
         "nurse,Infirmiers,Nurses,V\n"},
        {"competences.csv",
         "competence,name_fr,name_en,parent,learning_months,fading_months\n"
         "animals,Soins aux animaux,Animal care,,30,96\nwalls,Murs,Walls,,24,60\n"
         "care,Soins,Care,,36,48\n"},
        {"occupation_competences.csv",
         "occupation,competence,level,essential\nfarmer,animals,0.9,1\nmason,walls,1,1\n"
         "nurse,care,1,1\nfarmer,walls,0.2,0\n"},
        {"establishments.csv",
         "establishment,zone,sector,kind,size_band,posts,owner_birth_year,audited\nE1,ZA,FZ,ordinary,1-5,5,,1\n"
         "E2,ZB,AZ,ordinary,1-5,4,1955,0\nE3,ZA,QA,public_service,10-19,14,,1\nE4,ZB,FZ,ordinary,0,1,1970,0\n"},
        {"posts.csv", "establishment,occupation,posts\nE1,mason,5\nE2,farmer,4\nE3,nurse,9\nE3,mason,5\nE4,mason,1\n"},
        {"audit_axes.csv", "axis,name_fr,name_en\nsuccession,Relève,Succession\nrecruitment,Recrutement,Recruitment\n"},
        {"audits.csv",
         "establishment,axis,score,weak_point_fr,weak_point_en\nE1,succession,1,Départs prévus,Known exits\n"
         "E1,recruitment,3,,\nE3,succession,2,,\nE3,recruitment,0,Aucun candidat,No applicant\n"},
        {"cross_impact.csv", "from_axis,to_axis,influence\nsuccession,recruitment,1\nrecruitment,succession,3\n"},
        {"action_costs.csv",
         "action,item,cost,per,unit,source\ntutoring,tutor_time,420,month,EUR per pair per month,guess\n"},
        {"observed.csv", "indicator,period,breakdown,value,unit,source\nposts,2013,,24,posts,nobody\n"},
    };
}

inline Files tiny_people() {
    Files files{
        {"population_margins.csv",
         "zone,age_band,sex,status,persons\nZA,,,,40\nZB,,,,20\n,15-24,M,,5\n,15-24,F,,5\n,25-54,M,,14\n,25-54,F,,14\n"
         ",55-64,M,,6\n,55-64,F,,6\n,65-99,M,,4\n,65-99,F,,6\n"
         ",15-24,M,employed,2\n,15-24,M,unemployed,1\n,15-24,M,education,2\n"
         ",15-24,F,employed,2\n,15-24,F,unemployed,1\n,15-24,F,education,2\n"
         ",25-54,M,employed,8\n,25-54,M,unemployed,2\n,25-54,M,inactive,2\n,25-54,M,outside,2\n"
         ",25-54,F,employed,7\n,25-54,F,unemployed,1\n,25-54,F,inactive,4\n,25-54,F,outside,2\n"
         ",55-64,M,employed,2\n,55-64,M,retired,3\n,55-64,M,inactive,1\n"
         ",55-64,F,employed,1\n,55-64,F,retired,3\n,55-64,F,inactive,2\n,65-99,M,retired,4\n,65-99,F,retired,6\n"},
        {"employment_margins.csv",
         "occupation,age_band,sex,persons\nfarmer,,,4\nmason,,,10\nnurse,,,8\n,15-24,,4\n"
         ",25-54,,15\n,55-64,,3\n"},
        {"jobseekers.csv", "occupation,share\nfarmer,0.2\nmason,0.5\nnurse,0.3\n"},
        {"activity.csv",
         "sex,age_band,rate\nF,15-24,0.5\nF,25-54,0.8\nF,55-64,0.4\nM,15-24,0.5\nM,25-54,0.9\n"
         "M,55-64,0.5\n"},
        {"migration.csv",
         "sex,age_band,in_rate,out_rate\nF,15-24,0.02,0.05\nF,25-99,0.02,0.02\nM,15-24,0.02,0.04\n"
         "M,25-99,0.02,0.02\n"},
        {"school_leaving.csv",
         "sex,education,age,share\nF,cap_bep,18,0.4\nF,bac3plus,22,0.6\nM,cap_bep,18,0.7\n"
         "M,none,16,0.3\n"},
        {"pension_law.csv",
         "law,born_from,opening_age_months,full_rate_age_months,quarters,decote_per_quarter,effective\n"
         "2010,1900-01-01,720,780,160,0.0125,2011-07\n2010,1955-01-01,744,804,166,0.0125,2011-07\n"
         "2014,1900-01-01,744,804,172,0.0125,2015-01\n"},
        {"long_careers.csv",
         "law,born_from,start_before_age,quarters_extra,earliest_age_months\n"
         "2010,1900-01-01,20,0,720\n2010,1900-01-01,16,8,672\n"},
    };
    std::string& mortality = files["mortality.csv"] = "sex,age,annual_probability\n";
    for (int age = 15; age <= 110; ++age) {
        const std::string risk = age < 60 ? "0.002" : age < 85 ? "0.03" : age < 110 ? "0.2" : "1";
        mortality += "F," + std::to_string(age) + "," + risk + "\nM," + std::to_string(age) + "," + risk + "\n";
    }
    std::string& cohorts = files["school_cohorts.csv"] = "year,sex,persons\n";
    for (int year = 2013; year <= 2032; ++year) {
        cohorts += std::to_string(year) + ",F,1\n" + std::to_string(year) + ",M,1\n";
    }
    return files;
}

inline Files tiny_occupations() {
    Files files{
        {"occupation_mobility.csv", "from_occupation,to_occupation,weight\n"},
        {"occupation_education.csv", "occupation,education,share\n"},
        {"occupation_contracts.csv", "occupation,contract,share\n"},
        {"occupation_tenure.csv", "occupation,from_months,to_months,share\n"},
        {"demand.csv", "sector,occupation,year,growth\n,,2013,0\nFZ,mason,2014,-0.02\n"},
        {"separation.csv", "occupation,kind,annual_rate\n"},
        {"fixed_term.csv", "occupation,hire_share,mean_duration_months\n"},
        {"education_occupations.csv", "education,occupation,share\n"},
    };
    for (const std::string occupation : {"farmer", "mason", "nurse"}) {
        const std::string other = occupation == "mason" ? "farmer" : "mason";
        files["occupation_mobility.csv"] +=
            occupation + "," + occupation + ",0.8\n" + occupation + "," + other + ",0.2\n";
        files["occupation_education.csv"] += occupation + ",cap_bep,0.6\n" + occupation + ",bac,0.4\n";
        files["occupation_contracts.csv"] += occupation + ",open_ended,0.9\n" + occupation + ",fixed_term,0.1\n";
        files["occupation_tenure.csv"] += occupation + ",0,12,0.2\n" + occupation + ",12,300,0.8\n";
        files["separation.csv"] +=
            occupation + ",quit,0.06\n" + occupation + ",layoff,0.02\n" + occupation + ",other,0.02\n";
        files["fixed_term.csv"] += occupation + ",0.7,3\n";
    }
    for (const std::string education : {"none", "cap_bep", "bac", "bac2", "bac3plus"}) {
        files["education_occupations.csv"] += education + ",mason,0.5\n" + education + ",nurse,0.5\n";
    }
    return files;
}

/// File name -> text, of every table.
inline Files tiny_pack() {
    Files files = tiny_places();
    files.merge(tiny_people());
    files.merge(tiny_occupations());
    return files;
}

}  // namespace releve::tests
