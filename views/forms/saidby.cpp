// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/saidby.h"

#include <QCompleter>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace fireline::views {

SaidBy::SaidBy(const QString &name, QWidget *parent) : QLineEdit(parent)
{
    setObjectName(name);
    setAccessibleName(tr("Said by"));
    setToolTip(tr("Whose word or deed it was. Left empty it is you; the down key offers names."));
}

void SaidBy::setPeople(const QStringList &people, const QString &typist)
{
    m_typist = typist;
    setPlaceholderText(tr("you (%1)").arg(typist));
    if (people == m_people)
        return;
    m_people = people;
    delete completer(); // it belongs to the field
    if (people.isEmpty())
        return;
    auto *names = new QCompleter(people, this);
    names->setCaseSensitivity(Qt::CaseInsensitive);
    names->setFilterMode(Qt::MatchContains);
    setCompleter(names);
}

QString SaidBy::by() const
{
    QString name = text().trimmed();
    if (name.startsWith(u'@'))
        name = name.sliced(1).trimmed();
    return name.compare(m_typist, Qt::CaseInsensitive) == 0 ? QString() : name;
}

void SaidBy::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && event->modifiers() == Qt::NoModifier && completer() && text().isEmpty()) {
        completer()->setCompletionPrefix({});
        completer()->complete();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace fireline::views
