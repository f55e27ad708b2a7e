// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "start/severitychoices.h"

#include <QHash>
#include <QJsonObject>
#include <QMap>
#include <QWidget>

class QFormLayout;

namespace fireline::views {

class Theme;

/// The fields that a process wants with the declaration, one line each. GUI thread; part of the new incident form.
class AskedFields : public QWidget
{
    Q_OBJECT
public:
    explicit AskedFields(Theme &theme, QWidget *parent = nullptr);

    /// What was typed into a field of the same id stays; `remembered` fills in what is still open.
    void setFields(const QList<models::AskedField> &fields, const QJsonObject &remembered);
    /// Answers, by field id, for what nobody has answered otherwise for this incident, instead of those offered before: none takes
    /// them back.
    void offer(const QMap<QString, QString> &answers);
    void clear();
    /// The answers, without those left open.
    [[nodiscard]] QJsonObject values() const;
    /// Puts the focus on the first field that a refusal names ("class="); false when it names none of these.
    bool focusNamed(const QString &refusal);
    /// Puts the focus on the field behind the one that has it, or on the first; false behind the last, and where there is none.
    bool goOn();
    /// Moves the fields behind `last` in the tab order; the last of them, or `last` where there are none.
    QWidget *chainAfter(QWidget *last) const;

private:
    QWidget *editorOf(const models::AskedField &field);
    /// What stands there before anybody types.
    [[nodiscard]] QString firstOf(const QString &id) const;
    void restyle();

    Theme &m_theme;
    QFormLayout *m_layout;
    QList<models::AskedField> m_fields;
    QHash<QString, QWidget *> m_editors;
    QJsonObject m_remembered;
    QMap<QString, QString> m_offered;
};

} // namespace fireline::views
