// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace fireline::views {

/// Whatever can say the same in fewer words where its neighbours have no room. Implemented by widgets; GUI thread.
class Shortens
{
public:
    virtual ~Shortens() = default;

    virtual void setShort(bool fewerWords) = 0;
    /// What all of its words need.
    [[nodiscard]] virtual int fullWidth() const = 0;
};

} // namespace fireline::views
