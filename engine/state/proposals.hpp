#pragma once
#include "engine/state/persons.hpp"
#include "engine/state/workplaces.hpp"

#include <string_view>
#include <vector>

namespace releve {

/// Everything that can happen to the state. A process declares which of these it may propose.
enum class Change : std::uint8_t {
    die,
    retire,
    leave_territory,
    separate,
    hire,
    become,
    arrive,
    convert_contract,
    open_post,
    cut_post,
    open_vacancy,
    abandon_vacancy,
    learn,
    enrol,
    complete
};
std::string_view to_string(Change change);

/// Set of changes, as a record declares it.
struct Changes {
    std::uint32_t bits = 0;
    constexpr Changes() = default;
    constexpr Changes(std::initializer_list<Change> changes) {
        for (const Change change : changes) {
            bits |= 1U << static_cast<unsigned>(change);
        }
    }
    constexpr bool has(Change change) const { return (bits >> static_cast<unsigned>(change)) & 1U; }
};

inline constexpr std::uint16_t same_occupation = 0xFFFF;

/// One proposed change; which fields matter depends on the kind (see the functions that make them).
struct Proposal {
    Change change{};
    Separation separation{};
    Status status{};
    Contract contract{};
    VacancyReason reason{};
    std::uint8_t action = 0;
    std::uint8_t count = 0;
    MonthIndex until = never;
    std::uint16_t occupation = same_occupation;
    PersonId person;
    PersonId partner;
    PostId post;
    CellId cell;
    float amount = 0;
    float mastery = 0;
    float share = 1;
};

/// What the processes of one month want to happen; commit() makes it so, in order.
class Proposals {
public:
    void die(PersonId person) { add({.change = Change::die, .person = person}); }
    void retire(PersonId person) { add({.change = Change::retire, .person = person}); }
    void leave_territory(PersonId person) { add({.change = Change::leave_territory, .person = person}); }
    /// Ends the person's present post; the person becomes unemployed.
    void separate(PersonId person, Separation how) {
        add({.change = Change::separate, .separation = how, .person = person});
    }
    /// Puts a person in a vacant post with this mastery of its occupation; one who holds another post leaves it.
    void hire(PersonId person, PostId post, Contract contract, float mastery) {
        add({.change = Change::hire, .contract = contract, .person = person, .post = post, .amount = mastery});
    }
    /// Status of a person without a post, or ending one: unemployed, inactive, outside. An occupation may come with it.
    void become(PersonId person, Status status, std::uint16_t occupation = same_occupation) {
        add({.change = Change::become, .status = status, .occupation = occupation, .person = person});
    }
    void arrive(const Person& newcomer) {
        add({.change = Change::arrive, .person = PersonId{static_cast<std::uint32_t>(newcomers_.size())}});
        newcomers_.push_back(newcomer);
    }
    void convert_contract(PersonId person, Contract contract) {
        add({.change = Change::convert_contract, .contract = contract, .person = person});
    }
    void open_post(CellId cell) { add({.change = Change::open_post, .cell = cell}); }
    /// Removes a vacant post.
    void cut_post(PostId post) { add({.change = Change::cut_post, .post = post}); }
    void open_vacancy(PostId post, VacancyReason reason) {
        add({.change = Change::open_vacancy, .reason = reason, .post = post});
    }
    /// The employer gives up: the vacancy closes and the post is cut.
    void abandon_vacancy(PostId post) { add({.change = Change::abandon_vacancy, .post = post}); }
    /// Sets mastery of the occupation (jump made by training).
    void learn(PersonId person, float mastery) { add({.change = Change::learn, .person = person, .amount = mastery}); }
    struct Enrolment {
        std::uint8_t action = 0;
        PersonId person;
        PersonId partner;
        MonthIndex until = never;
        float learning_boost = 1;                    ///< while enrolled
        float partner_working_share = 1;             ///< of the partner (the tutor), while enrolled
        bool into_training = false;                  ///< the person's status becomes training, on an insertion contract
        std::uint16_t occupation = same_occupation;  ///< practised in training
        float mastery = 0;                           ///< of that occupation, on beginning to practise it
    };
    void enrol(const Enrolment& enrolment);
    /// Ends an enrolment. A person in training becomes unemployed again, with so many extra applications a month.
    void complete(PersonId person, std::uint8_t extra_applications = 0) {
        add({.change = Change::complete, .count = extra_applications, .person = person});
    }

    void clear() {
        all_.clear();
        newcomers_.clear();
    }
    const std::vector<Proposal>& all() const { return all_; }
    const std::vector<Person>& newcomers() const { return newcomers_; }

private:
    void add(Proposal proposal) { all_.push_back(proposal); }
    std::vector<Proposal> all_;
    std::vector<Person> newcomers_;
};

}  // namespace releve
