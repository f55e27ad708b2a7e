// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStackedWidget>

namespace fireline::models {
class StatusDesk;
struct StatusPage;
} // namespace fireline::models

namespace fireline::views {

class Spelling;
class StatusForm;
class Theme;

/// A form for each audience, made when it is wanted and kept with what Undo reaches back to; what is typed goes to the desk.
/// GUI thread; owned by the status panel; all it is given outlives it.
class StatusForms : public QStackedWidget
{
    Q_OBJECT
public:
    /// Tab comes to a form after `before`.
    StatusForms(models::StatusDesk &desk, Spelling &spelling, Theme &theme, QWidget *before, QWidget *parent);

    [[nodiscard]] StatusForm *form(const QString &target);
    /// Brings the form of this page in front and fills it.
    void show(const models::StatusPage &page);

private:
    models::StatusDesk &m_desk;
    Spelling &m_spelling;
    Theme &m_theme;
    QWidget *m_before;
    QHash<QString, StatusForm *> m_forms;
};

} // namespace fireline::views
