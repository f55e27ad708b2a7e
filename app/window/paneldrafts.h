// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statefiles.h"

#include <QJsonObject>
#include <QObject>
#include <QStringList>

namespace fireline::window {

/// Keeps words that are typed in panels and are not in the record yet, one file a panel in the state folder, so that a crash
/// costs no more than a third of a second of them. Written by a thread of its own, the latest wins; the file goes when
/// nothing is left to keep. GUI thread; owned by the window, outlives the panels.
class PanelDrafts : public QObject
{
    Q_OBJECT
public:
    /// `incident` is the incident's id. An empty folder keeps nothing.
    PanelDrafts(const QString &folder, const QString &incident, QObject *parent = nullptr);
    ~PanelDrafts() override;

    /// What that panel left behind; a file that cannot be read counts as nothing.
    [[nodiscard]] QJsonObject left(const QString &panel) const;
    /// The panels that left something behind, by name.
    [[nodiscard]] QStringList panels() const;
    /// An empty object removes the file.
    void keep(const QString &panel, const QJsonObject &words);
    /// Waits until what is to be kept is in the files.
    void flush() { m_files.flush(); }

signals:
    /// They cannot be kept; told once for each panel.
    void problemOccurred(const fireline::domain::Problem &problem);

private:
    [[nodiscard]] QString pathOf(const QString &panel) const;

    QString m_stem;
    StateFiles m_files;
};

} // namespace fireline::window
