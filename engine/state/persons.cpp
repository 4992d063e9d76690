#include "engine/state/persons.hpp"

namespace releve {

PersonId Persons::add(const Person& person) {
    const PersonId id{size()};
    key.push_back(person.key);
    birth.push_back(person.birth);
    sex.push_back(person.sex);
    education.push_back(person.education);
    status.push_back(person.status);
    contract.push_back(person.contract);
    zone.push_back(person.zone);
    occupation.push_back(person.occupation);
    second_occupation.push_back(person.occupation);
    post.push_back(person.post);
    hired.push_back(person.hired);
    status_since.push_back(person.status_since);
    career_start.push_back(person.career_start);
    quarters.push_back(person.quarters);
    mastery.push_back(person.mastery);
    second_mastery.push_back(0);
    know_how.push_back(person.know_how);
    skills_since.push_back(person.status_since < 0 ? MonthIndex{0} : person.status_since);
    learning_boost.push_back(1);
    working_share.push_back(1);
    extra_applications.push_back(0);
    programme.push_back({});
    hires.push_back(0);
    return id;
}

}  // namespace releve
