// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "statefiles.h"

#include <QList>
#include <QObject>

namespace fireline::window {

/// A line that was typed and is no entry.
struct Draft
{
    QString line;
    domain::Instant begun; ///< first key stroke

    bool operator==(const Draft &) const = default;
};

/// What stood in quick entry when the program ended without asking.
struct Drafts
{
    Draft typed;          ///< the line in the field
    QList<Draft> waiting; ///< put aside, the oldest first

    [[nodiscard]] bool isEmpty() const { return typed.line.isEmpty() && waiting.isEmpty(); }
    bool operator==(const Drafts &) const = default;
};

/// Keeps what is typed and not entered in the state folder, so that a crash costs no more than a third of a second of it.
/// Written by a thread of its own, the latest wins; the file goes when nothing is left to keep. GUI thread; owned by the window.
class DraftKeeper : public QObject
{
    Q_OBJECT
public:
    /// `incident` is the incident's id. An empty folder keeps nothing.
    DraftKeeper(const QString &folder, const QString &incident, QObject *parent = nullptr);
    ~DraftKeeper() override;

    /// Stands in for the incident's id while the record in that file is not open.
    [[nodiscard]] static QString keyOf(const QString &path);

    /// What was left behind; a file that is no draft counts as none.
    [[nodiscard]] Drafts left() const;
    void keep(const Drafts &drafts);
    /// Waits until what is to be kept is in the file.
    void flush();

signals:
    /// It cannot be kept; told once.
    void problemOccurred(const fireline::domain::Problem &problem);

private:
    QString m_path;
    StateFiles m_files;
};

} // namespace fireline::window
