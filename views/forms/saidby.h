// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QStringList>

namespace fireline::views {

/// Who did or said what is being recorded, where it was not the person at this console. Left empty it is whoever types
/// (decisions 3). Completes names; the down key offers all of them. GUI thread; owned by its form.
class SaidBy : public QLineEdit
{
    Q_OBJECT
public:
    SaidBy(const QString &name, QWidget *parent);

    /// Who can be named, the likeliest first, and who types.
    void setPeople(const QStringList &people, const QString &typist);
    /// As a command has it: without "@"; empty where it is the typist.
    [[nodiscard]] QString by() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QStringList m_people;
    QString m_typist;
};

} // namespace fireline::views
