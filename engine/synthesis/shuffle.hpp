#pragma once
#include "engine/base/draws.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace releve {

inline constexpr Purpose of_shuffle = purpose("synthesis.shuffle");

/// Keyed shuffle: the order of the keys' draws.
template <class Item, class KeyOf>
void shuffle(std::vector<Item>& items, Luck luck, KeyOf key_of) {
    std::vector<std::pair<std::uint32_t, std::size_t>> order;
    for (std::size_t i = 0; i < items.size(); ++i) {
        order.emplace_back(luck.draws(key_of(items[i], i), of_shuffle)(), i);
    }
    std::sort(order.begin(), order.end());
    std::vector<Item> shuffled;
    for (const auto& [draw, i] : order) {
        shuffled.push_back(items[i]);
    }
    items = std::move(shuffled);
}

}  // namespace releve
