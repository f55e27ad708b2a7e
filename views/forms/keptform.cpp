// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/keptform.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr int rest = 300; // ms

} // namespace

KeptForm::KeptForm(QWidget *parent) : QWidget(parent)
{
    m_keepLater.setSingleShot(true);
    m_keepLater.setInterval(rest);
    connect(&m_keepLater, &QTimer::timeout, this, [this] { emit keptChanged(kept()); });
}

void KeptForm::keepLater()
{
    if (!m_keepLater.isActive())
        m_keepLater.start();
}

void KeptForm::keepNow()
{
    if (!m_keepLater.isActive())
        return;
    m_keepLater.stop();
    emit keptChanged(kept());
}

QString KeptForm::newMark()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QJsonObject KeptForm::draftOf(const QString &title, const QJsonObject &values, const QString &mark, const QJsonObject &basis)
{
    QJsonObject draft{{u"title"_s, title}, {u"values"_s, values}, {u"mark"_s, mark}};
    if (!basis.isEmpty())
        draft.insert(u"basis"_s, basis);
    return draft;
}

} // namespace fireline::views
