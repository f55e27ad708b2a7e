// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace fireline::domain {
struct ContestedField;
struct FieldSetting;
} // namespace fireline::domain
namespace fireline::views {
class MainWindow;
class TimeDisplay;
} // namespace fireline::views

namespace fireline::window {

class CommandDesk;
class IncidentController;
class IncidentSharing;

/// What several consoles set at once, one field after the other, until somebody has chosen: each value with who and when, the one
/// in force kept or another used, by a key. Either is an entry, so that the choice holds for everybody; nobody's value is lost.
/// GUI thread; owned by the window.
class ContestDesk : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        IncidentController &incident;
        views::MainWindow &window;
        CommandDesk &desk;
        const views::TimeDisplay &times;
    };
    ContestDesk(const Parts &parts, QObject *parent);

    void addActions();

private:
    void follow();
    void show();
    void keep(const domain::ContestedField &field);
    void use(const domain::FieldSetting &setting);
    [[nodiscard]] QString valueOf(const domain::FieldSetting &setting) const;
    [[nodiscard]] QString told(const domain::FieldSetting &setting) const;

    Parts m_parts;
    IncidentSharing &m_sharing;
    QString m_shown; ///< field and values that the message tells
};

} // namespace fireline::window
