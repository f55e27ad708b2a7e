// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

namespace fireline::window {

class StateFiles;

/// Keeps words that are typed in panels and are not in the record yet, one file a panel in the state folder, so that a crash
/// costs no more than a third of a second of them. Read and written in the thread of those files, the latest wins; a file goes
/// when nothing is left to keep. Nobody waits when it goes. GUI thread; owned by the window, outlives the panels.
class PanelDrafts
{
public:
    using Left = QMap<QString, QJsonObject>;

    /// What panels left behind, by panel; a file that cannot be read counts as nothing. Reads each of them once, in the thread
    /// of the files.
    [[nodiscard]] static Left readAll(const QString &folder, const QString &incident);

    /// `incident` is the incident's id. An empty folder keeps nothing. The files outlive it.
    PanelDrafts(StateFiles &files, const QString &folder, const QString &incident, Left left);

    [[nodiscard]] QJsonObject left(const QString &panel) const { return m_left.value(panel); }
    /// The panels that left something behind, by name.
    [[nodiscard]] QStringList panels() const { return m_left.keys(); }
    /// What has this mark is being sent; empty: nothing that was typed into a form.
    void setAsking(const QString &mark) { m_asking = mark; }
    [[nodiscard]] const QString &asking() const { return m_asking; }
    /// Leaves out what was sent after all, by its mark; files without it are written.
    void forget(const QStringList &marks);
    /// An empty object removes the file.
    void keep(const QString &panel, const QJsonObject &words);

private:
    StateFiles &m_files;
    QString m_stem;
    Left m_left;
    QString m_asking;
};

} // namespace fireline::window
