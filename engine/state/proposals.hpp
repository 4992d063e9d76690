#pragma once
#include "engine/state/events.hpp"
#include "engine/state/persons.hpp"
#include "engine/state/workplaces.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace releve {

/// Everything that can happen to the state. A process declares which of these it may propose.
enum class Change : std::uint8_t {
    die,
    retire,
    claim_pension,
    leave_territory,
    separate,
    hire,
    promote,
    become,
    arrive,
    convert_contract,
    open_post,
    cut_post,
    open_vacancy,
    abandon_vacancy,
    learn,
    enrol,
    complete,
    found,
    close,
    shift_target,
    scale_target,
    recruit,
    place,
    relieve,
    support,
    withdraw,
    count
};
inline constexpr std::size_t change_count = static_cast<std::size_t>(Change::count) + 1;
std::string_view to_string(Change change);
std::optional<Change> find_change(std::string_view name);

/// Set of changes, as a record declares it.
struct Changes {
    std::uint32_t bits = 0;
    constexpr Changes() = default;
    constexpr Changes(std::initializer_list<Change> changes) {
        for (const Change change : changes) {
            bits |= 1U << static_cast<unsigned>(change);
        }
    }
    constexpr void add(Change change) { bits |= 1U << static_cast<unsigned>(change); }
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
    ClosureReason closing{};
    std::uint8_t action = 0;
    std::uint8_t count = 0;
    MonthIndex until = never;
    std::uint16_t occupation = same_occupation;
    PersonId person;
    PersonId partner;
    PostId post;
    CellId cell;
    EstablishmentId establishment;
    float amount = 0;
    float mastery = 0;
    float share = 1;
    float retirement_share = 1;
    bool wide_reach = false;
};

/// An establishment to be born with its founder in the owner's post.
struct Founding {
    struct Cell {
        std::uint16_t occupation = 0;
        std::uint16_t posts = 0;
        float posts_at_start = 0;  ///< the same brought back to the start along the demand path
    };
    std::uint32_t key = 0;  ///< newborn_key()
    std::uint16_t zone = 0;
    std::uint16_t sector = 0;
    std::vector<Cell> cells;  ///< the first holds the owner's post; at most most_newborn_cells
    PersonId founder;
    float mastery = 0;  ///< of the founder in the occupation of the first cell
};

/// What the processes of one month want to happen; commit() makes it so, in order.
class Proposals {
public:
    void die(PersonId person) { add({.change = Change::die, .person = person}); }
    void retire(PersonId person) { add({.change = Change::retire, .person = person}); }
    /// Of a person in work, who goes on working so much (hundredths of full time) until `retire`.
    void claim_pension(PersonId person, std::uint8_t working_time) {
        add({.change = Change::claim_pension, .count = working_time, .person = person});
    }
    void leave_territory(PersonId person) { add({.change = Change::leave_territory, .person = person}); }
    /// Ends the person's present post; the person becomes unemployed.
    void separate(PersonId person, Separation how) {
        add({.change = Change::separate, .separation = how, .person = person});
    }
    /// Puts a person in a vacant post with this mastery of its occupation; one who holds another post leaves it.
    void hire(PersonId person, PostId post, Contract contract, float mastery) {
        add({.change = Change::hire, .contract = contract, .person = person, .post = post, .amount = mastery});
    }
    /// Moves a worker to a vacant post of the same establishment, with this mastery of its occupation: no hire and no
    /// separation. Contract, tenure and know-how are kept; the post left becomes vacant.
    void promote(PersonId person, PostId post, float mastery) {
        add({.change = Change::promote, .person = person, .post = post, .amount = mastery});
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
    void open_post(CellId cell, VacancyReason reason = VacancyReason::growth) {
        add({.change = Change::open_post, .reason = reason, .cell = cell});
    }
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
        PostId post;                                 ///< vacancy kept free for the person
        EstablishmentId establishment;               ///< where a contract is served that the action ends
        bool wide_reach = false;                     ///< looks for work further away, while enrolled
        float retirement_share = 1;                  ///< chance that a retirement due is not put off, while enrolled
        float working_share = 1;                     ///< of the person's own time, left for production
    };
    void enrol(const Enrolment& enrolment);
    /// Ends an enrolment. A person in training becomes unemployed again, with so many extra applications a month.
    void complete(PersonId person, std::uint8_t extra_applications = 0) {
        add({.change = Change::complete, .count = extra_applications, .person = person});
    }

    void found(const Founding& founding) {
        add({.change = Change::found, .establishment = EstablishmentId{static_cast<std::uint32_t>(foundings_.size())}});
        foundings_.push_back(founding);
    }
    /// Frees the people of an establishment and destroys its posts, for good. What it wanted is left to others, but
    /// after a shock, which takes it from the territory.
    void close(EstablishmentId establishment, ClosureReason why) {
        add({.change = Change::close, .closing = why, .establishment = establishment});
    }
    /// Gives a cell so many [posts at the start] of what closures of its sector and occupation have freed; takes if < 0.
    void shift_target(CellId cell, float posts) {
        add({.change = Change::shift_target, .cell = cell, .amount = posts});
    }
    /// Multiplies what a cell wants: a shock from elsewhere.
    void scale_target(CellId cell, float factor) {
        add({.change = Change::scale_target, .cell = cell, .amount = factor});
    }

    /// Somebody from elsewhere moves in to take a vacant post.
    void recruit(const Person& newcomer, PostId post, Contract contract, float mastery) {
        add({.change = Change::recruit,
             .contract = contract,
             .person = PersonId{static_cast<std::uint32_t>(newcomers_.size())},
             .post = post,
             .amount = mastery});
        newcomers_.push_back(newcomer);
    }
    /// A hire that an action brings about; `along_link`: between two establishments of a network.
    void place(std::uint8_t action, PersonId person, PostId post, Contract contract, float mastery,
               bool along_link = false) {
        add({.change = Change::place,
             .contract = contract,
             .action = action,
             .count = static_cast<std::uint8_t>(along_link ? 1 : 0),
             .person = person,
             .post = post,
             .amount = mastery});
    }
    /// A colleague is looked for before a worker leaves: a second post beside, recruited for at once; the first goes with
    /// its holder.
    void relieve(std::uint8_t action, PersonId person) {
        add({.change = Change::relieve, .action = action, .person = person});
    }
    void support(const Support& support) {
        add({.change = Change::support, .person = PersonId{static_cast<std::uint32_t>(supports_.size())}});
        supports_.push_back(support);
    }
    /// Ends what an action does for an establishment.
    void withdraw(std::uint8_t action, EstablishmentId establishment) {
        add({.change = Change::withdraw, .action = action, .establishment = establishment});
    }
    /// Notes units of an action that no enrolment nor support shows (see VolumeOf); changes nothing.
    void count(std::uint8_t action, VolumeOf what, float units = 1) {
        add({.change = Change::count, .action = action, .count = static_cast<std::uint8_t>(what), .amount = units});
    }

    void clear() {
        all_.clear();
        newcomers_.clear();
        foundings_.clear();
        supports_.clear();
    }
    const std::vector<Proposal>& all() const { return all_; }
    const std::vector<Person>& newcomers() const { return newcomers_; }
    const std::vector<Founding>& foundings() const { return foundings_; }
    const std::vector<Support>& supports() const { return supports_; }

private:
    void add(Proposal proposal) { all_.push_back(proposal); }
    std::vector<Proposal> all_;
    std::vector<Person> newcomers_;
    std::vector<Founding> foundings_;
    std::vector<Support> supports_;
};

}  // namespace releve
