// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fireline::views {

/// Lines as they were written: each break is a break, as readers of plain text see it.
[[nodiscard]] QString markdownOf(const QString &text);

/// HTML of Markdown, without any HTML that stands in the Markdown itself.
[[nodiscard]] QString htmlOf(const QString &markdown);

/// The same for Slack: *bold*, _italic_, ~struck~, <address|words>, and its three reserved characters kept apart.
[[nodiscard]] QString slackOf(const QString &markdown);

} // namespace fireline::views
