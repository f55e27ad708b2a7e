// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace fireline::models {

/// A heading within a section of a review. A value.
struct SectionHeading
{
    QString text; ///< without the marks of Markdown
    int level = 1;
    int line = 0; ///< 0-based

    bool operator==(const SectionHeading &) const = default;
};

/// The headings of a text in Markdown, in their order; what stands in code is none. Pure.
[[nodiscard]] QList<SectionHeading> headingsIn(const QString &markdown);

} // namespace fireline::models
