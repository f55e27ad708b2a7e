// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

#include <functional>

namespace fireline::views {

class Spelling;

/// What a section of a review is written with, beside its words. A value; GUI thread.
struct WritingTools
{
    Spelling *spelling = nullptr;
    std::function<QString(const QString &section)> html = {}; ///< as its readers will see it
    std::function<QImage(const QString &sha256)> picture = {};
    std::function<QString()> whyNoGraphs = {}; ///< why the graphs cannot be taken into the record now; empty: they can
    /// Takes them: `done` hears the SHA-256 of the picture once it stands in the record. What goes wrong is told elsewhere.
    std::function<void(const std::function<void(const QString &sha256)> &done)> takeGraphs = {};
};

} // namespace fireline::views
