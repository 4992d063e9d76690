#pragma once

namespace releve {

/// While it lives, Ctrl-C (or SIGTERM, or SIGHUP) asks to stop in good order instead of ending the program at once; a second
/// one does end it. Signals that were ignored before (nohup) stay ignored.
class Interruption {
public:
    Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;
    ~Interruption();

    /// Whether Ctrl-C was pressed; may be asked from any thread.
    static bool asked();
};

}  // namespace releve
