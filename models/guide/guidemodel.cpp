// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide/guidemodel.h"

namespace fireline::models {

using namespace domain;
using guide::Step;

namespace {

Step stepOf(GuideStepStatus::State state)
{
    switch (state) {
    case GuideStepStatus::State::Coming: return Step::Coming;
    case GuideStepStatus::State::Waiting: return Step::Waiting;
    case GuideStepStatus::State::Now: return Step::Now;
    case GuideStepStatus::State::Done: return Step::Done;
    }
    return Step::Coming;
}

} // namespace

GuideModel::GuideModel(IncidentFeed &feed, Guide guide, QObject *parent)
    : QAbstractListModel(parent)
    , m_feed(feed)
    , m_guide(std::move(guide))
    , m_status(statusNow())
{
    connect(&feed, &IncidentFeed::applied, this, &GuideModel::sync);
    connect(&feed, &IncidentFeed::ticked, this, &GuideModel::sync); // some conditions count hours
    connect(&feed, &IncidentFeed::reset, this, [this] {
        beginResetModel();
        m_status = statusNow();
        endResetModel();
    });
}

int GuideModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_status.size());
}

QVariant GuideModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const GuideStep &step = m_guide.steps.at(index.row());
    const GuideStepStatus &status = m_status.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case guide::WhatRole: return step.what;
    case Qt::AccessibleTextRole: return sentence(index.row());
    case guide::IdRole: return step.id;
    case guide::HowRole: return step.how;
    case guide::AnywhereRole: return step.anywhere;
    case guide::WhyRole: return step.why;
    case guide::StepRole: return int(stepOf(status.state));
    case guide::WaitsForRole: return status.waitsFor;
    default: return {};
    }
}

QString GuideModel::sentence(int row) const
{
    const QString &what = m_guide.steps.at(row).what;
    switch (m_status.at(row).state) {
    case GuideStepStatus::State::Coming: return tr("Step %1, to come: %2").arg(QString::number(row + 1), what);
    case GuideStepStatus::State::Waiting:
        return tr("Step %1, not yet: %2. %3").arg(QString::number(row + 1), what, m_status.at(row).waitsFor);
    case GuideStepStatus::State::Now: return tr("Step %1, to do now: %2").arg(QString::number(row + 1), what);
    case GuideStepStatus::State::Done: return tr("Step %1, done: %2").arg(QString::number(row + 1), what);
    }
    return what;
}

QList<GuideStepStatus> GuideModel::statusNow() const
{
    return guideStatus(m_guide, {m_feed.state(), m_feed.process(), m_feed.now(), {}});
}

void GuideModel::sync()
{
    const QList<GuideStepStatus> before = std::exchange(m_status, statusNow());
    for (int row = 0; row < m_status.size(); ++row) {
        if (m_status.at(row) != before.at(row))
            emit dataChanged(index(row), index(row), {guide::StepRole, guide::WaitsForRole, Qt::AccessibleTextRole});
    }
}

} // namespace fireline::models
