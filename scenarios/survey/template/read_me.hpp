#pragma once
#include "engine/inputs/pack.hpp"

namespace releve::survey {

class TemplateWriter;

/// The first sheet: what the survey is for, how to fill it in within half an hour, what becomes of the answers, and what
/// every sheet, column and axis asks.
void write_read_me(TemplateWriter& writer, const Pack& pack);

}  // namespace releve::survey
