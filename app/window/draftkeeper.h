// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QObject>
#include <QThreadPool>

#include <optional>

namespace fireline::window {

/// The line that was being typed when the program ended without asking.
struct Draft
{
    QString line;
    domain::Instant begun; ///< first key stroke
};

/// Keeps the line being typed in the state folder, so that a crash costs no more than a third of a second of it. Written by a
/// thread of its own, the latest wins; the file goes when the line has become an entry. GUI thread; owned by the window.
class DraftKeeper : public QObject
{
    Q_OBJECT
public:
    /// `incident` is the incident's id. An empty folder keeps nothing.
    DraftKeeper(const QString &folder, const QString &incident, QObject *parent = nullptr);
    ~DraftKeeper() override;

    /// What was left behind; a file that is no draft counts as none.
    [[nodiscard]] std::optional<Draft> left() const;
    /// An empty line removes the file.
    void keep(const QString &line, domain::Instant begun);

private:
    QString m_path;
    QThreadPool m_pool;
};

} // namespace fireline::window
