#pragma once
#include "engine/model/intervention.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace releve {

/// Somebody who comes from elsewhere, as code of one's own tells them.
struct OwnNewcomer {
    int age = 30;  ///< [years]
    std::string_view sex, education = "none", status = "unemployed";
    std::int64_t zone = 0, occupation = 0;
    double mastery = 0.5;
};

/// Help for one person, as code of one's own tells it (see Proposals::Enrolment).
struct OwnEnrolment {
    int months = 1;
    std::optional<std::int64_t> partner, post, establishment, occupation;
    double mastery = 0, learning_boost = 1, partner_working_share = 1, retirement_share = 1, working_share = 1;
    bool into_training = false, wide_reach = false;
};

/// What code of one's own may propose in one month. Every argument is checked against the state, as numbers and words that
/// a person may have mistyped: a change that is not declared, ids of nothing, a post that is not vacant, a person who is
/// dead, values out of range are an InputError that says what is wrong. So is a person who
/// changes status or post twice in a month, and a post given twice; what else two proposals of one month do to each other,
/// commit() refuses.
class CheckedProposals {
public:
    using Given = std::int64_t;  ///< an id as given

    CheckedProposals(const InterventionStep& at, std::string name, Changes declared, Proposals& proposals)
        : at_(at),
          name_(std::move(name)),
          declared_(declared),
          proposals_(proposals) {}

    void die(Given person);
    void retire(Given person);
    void leave_territory(Given person);
    void separate(Given person, std::string_view how);
    /// `mastery`: none for what the person brings to the occupation of the post.
    void hire(Given person, Given post, std::string_view contract, std::optional<double> mastery);
    void place(Given person, Given post, std::string_view contract, std::optional<double> mastery, bool along_link);
    void promote(Given person, Given post, std::optional<double> mastery);
    void become(Given person, std::string_view status, std::optional<Given> occupation);
    void convert_contract(Given person, std::string_view contract);
    void learn(Given person, double mastery);
    void enrol(Given person, const OwnEnrolment& how);
    void complete(Given person, int extra_applications);
    void arrive(const OwnNewcomer& who);
    void recruit(const OwnNewcomer& who, Given post, std::string_view contract);

    void open_post(Given cell);
    void cut_post(Given post);
    void open_vacancy(Given post, std::string_view reason);
    void abandon_vacancy(Given post);
    void relieve(Given person);
    void scale_target(Given cell, double factor);
    void close(Given establishment);
    void support(Given establishment, int months, const Levers& levers);
    void withdraw(Given establishment);
    void count(std::string_view what, double units);

private:
    [[noreturn]] void refuse(const Text& why) const;
    void declare(Change change);
    PersonId person(Given given) const;
    PersonId living(Given given) const;
    PersonId worker(Given given) const;
    /// Who changes status or post, once a month.
    PersonId moved(PersonId person);
    PostId post(Given given) const;
    PostId vacant(Given given) const;
    PostId taken(Given given, PersonId by, Contract contract);
    CellId cell(Given given) const;
    EstablishmentId establishment(Given given, bool open) const;
    std::uint16_t code(Given given, std::size_t size, Label what) const;
    std::size_t word(std::span<const Word> words, std::string_view code, Label what) const;
    double within(double value, double least, double most, Label what) const;
    MonthIndex after(int months) const;
    float mastery_of(PersonId person, PostId post, std::optional<double> given) const;
    Person newcomer(const OwnNewcomer& who, std::initializer_list<Status> possible);

    const InterventionStep& at_;
    std::string name_;
    Changes declared_;
    Proposals& proposals_;
    std::string_view doing_;         ///< name of the change that is being proposed
    std::set<std::uint32_t> given_;  ///< posts that somebody gets, or that are cut, by a proposal of this month
    std::set<std::uint32_t> moved_;  ///< persons
    std::uint32_t newcomers_ = 0;    ///< of this month
};

}  // namespace releve
