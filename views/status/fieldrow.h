// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "status/statuspage.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QToolButton;

namespace fireline::views {

class ComponentsEdit;
class MessageEdit;
class Spelling;
class Theme;

/// One question of the form with the field for its answer. GUI thread; owned by its parent.
class FieldRow : public QWidget
{
    Q_OBJECT
public:
    /// Not empty components: the field names the affected ones.
    FieldRow(const models::StatusField &field, const QStringList &components, Spelling &spelling, Theme &theme,
             QWidget *parent = nullptr);

    /// `asKnown`: the components as they are known here, where the words say otherwise. `begun`: something is written already;
    /// before that nothing that is missing is a fault.
    void show(const models::StatusField &field, const QString &text, const std::optional<QString> &asKnown, bool begun);
    /// Where the keyboard goes.
    [[nodiscard]] QWidget *editor() const;

signals:
    void edited(const QString &id, const QString &text);

private:
    void build(const models::StatusField &field, const QStringList &components, Spelling &spelling);
    void buildChoice(const models::StatusField &field);
    void showText(const QString &text);

    Theme &m_theme;
    QString m_id;
    QLabel *m_name = nullptr;
    QToolButton *m_none = nullptr; ///< only where "none known" is an answer
    MessageEdit *m_edit = nullptr;
    QComboBox *m_choice = nullptr;
    ComponentsEdit *m_components = nullptr;
};

} // namespace fireline::views
