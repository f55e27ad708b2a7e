// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace fireline::views {

class Theme;
class TimeDisplay;

/// The file a new incident will be kept in: named after day and title, never one that is there already, until the person
/// writes a path of their own. GUI thread; part of the new incident form.
class IncidentPlace : public QWidget
{
    Q_OBJECT
public:
    IncidentPlace(Theme &theme, TimeDisplay &times, const domain::Clock &clock, QWidget *parent = nullptr);

    void setFolder(const QString &folder);
    /// The title the name follows.
    void follow(const QString &title);
    /// Looks again for a free name.
    void offer();
    [[nodiscard]] QString path() const;
    /// False, and said so, where no path is left.
    [[nodiscard]] bool isGiven();
    /// Says why the file cannot be made, and takes the focus.
    void refuse(const QString &reason);
    void sayNothing();
    void clear();
    void chainAfter(QWidget *last);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void choose();
    void restyle();

    Theme &m_theme;
    TimeDisplay &m_times;
    const domain::Clock &m_clock;
    QString m_folder;
    QString m_title;
    bool m_own = false; ///< the path was written by the person, and no longer follows the title
    QLineEdit *m_path = nullptr;
    QPushButton *m_change = nullptr;
    QLabel *m_problem = nullptr;
};

} // namespace fireline::views
