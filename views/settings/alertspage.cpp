// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/alertspage.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace fireline::views {

using models::Channel;
using models::Matter;
using models::Preferences;
using models::Reach;

namespace {

constexpr int firstRow = 2; // of the table: above it what it is about, and its heads
constexpr int lastMatter = int(Matter::DrillStop);
constexpr int lastChannel = int(Channel::Attention);

} // namespace

AlertsPage::AlertsPage(QWidget *parent) : SettingsPage(parent)
{
    auto *grid = new QGridLayout(this);
    auto *words = new QLabel(tr("The window shows everything, always. This is what reaches you beside it."), this);
    words->setWordWrap(true);
    grid->addWidget(words, 0, 0, 1, 2 + lastChannel);
    buildTable(*grid);
    auto *sound = new QPushButton(tr("Play a sound"), this);
    name(sound, u"settingsSound"_s, sound->text(), tr("Plays the sound of something late, once."));
    grid->addWidget(sound, firstRow + lastMatter + 1, 0, Qt::AlignLeading);
    grid->setRowStretch(firstRow + lastMatter + 2, 1);
    connect(sound, &QPushButton::clicked, this, &AlertsPage::soundTestRequested);
}

void AlertsPage::buildTable(QGridLayout &grid)
{
    const auto addHead = [&](const QString &head, int row, int column) {
        auto *label = new QLabel(head, this);
        label->setWordWrap(true);
        grid.addWidget(label, row, column);
    };
    grid.setColumnStretch(0, 2);
    for (int channel = 0; channel <= lastChannel; ++channel) {
        addHead(channelWords(Channel(channel)), firstRow - 1, 1 + channel);
        grid.setColumnStretch(1 + channel, 1);
    }
    for (int matter = 0; matter <= lastMatter; ++matter)
        addHead(matterWords(Matter(matter)), firstRow + matter, 0);
    for (const Reach way : models::allReaches()) {
        auto *box = new QCheckBox(this);
        name(box, u"settingsReach%1%2"_s.arg(int(way.matter)).arg(int(way.channel)),
             tr("%1: %2", "kind of matter, channel").arg(matterWords(way.matter), channelWords(way.channel)),
             tr("Switches this way on or off for matters of this kind. The arrow keys walk in the table."));
        grid.addWidget(box, firstRow + int(way.matter), 1 + int(way.channel));
        box->installEventFilter(this);
        connect(box, &QCheckBox::clicked, this, &AlertsPage::edited);
        m_boxes.insert(way, box);
    }
}

QString AlertsPage::matterWords(Matter matter)
{
    switch (matter) {
    case Matter::OutsideUpdate: return tr("Status update outside");
    case Matter::InsideUpdate: return tr("Status update inside");
    case Matter::CallBack: return tr("Call-back");
    case Matter::Reminder: return tr("Reminder to yourself");
    case Matter::Escalation: return tr("Step of escalation");
    case Matter::Command: return tr("Command and handover");
    case Matter::Decision: return tr("Decision to look at again");
    case Matter::Review: return tr("Review and what follows");
    case Matter::Deadline: return tr("Other clocks of the process");
    case Matter::DrillStop: return tr("A drill is stopped");
    }
    return {};
}

QString AlertsPage::channelWords(Channel channel)
{
    switch (channel) {
    case Channel::Soon: return tr("Desktop message when due soon");
    case Channel::Desktop: return tr("Desktop message when late");
    case Channel::Sound: return tr("Sound");
    case Channel::Attention: return tr("Window asks for you");
    }
    return {};
}

/// The next box there; places without one are passed. Null at the end of the table.
QCheckBox *AlertsPage::beside(Reach way, int right, int down) const
{
    int matter = int(way.matter);
    int channel = int(way.channel);
    do {
        matter += down;
        channel += right;
        if (QCheckBox *box = m_boxes.value({Matter(matter), Channel(channel)}))
            return box;
    } while (matter >= 0 && matter <= lastMatter && channel >= 0 && channel <= lastChannel);
    return nullptr;
}

bool AlertsPage::eventFilter(QObject *watched, QEvent *event)
{
    auto *box = event->type() == QEvent::KeyPress ? qobject_cast<QCheckBox *>(watched) : nullptr;
    if (!box)
        return SettingsPage::eventFilter(watched, event);
    const Reach way = m_boxes.key(box);
    const int onwards = isRightToLeft() ? -1 : 1;
    QCheckBox *next = nullptr;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Left: next = beside(way, -onwards, 0); break;
    case Qt::Key_Right: next = beside(way, onwards, 0); break;
    case Qt::Key_Up: next = beside(way, 0, -1); break;
    case Qt::Key_Down: next = beside(way, 0, 1); break;
    default: return SettingsPage::eventFilter(watched, event);
    }
    if (next)
        next->setFocus(Qt::TabFocusReason);
    return true;
}

void AlertsPage::load(const Preferences &preferences)
{
    for (auto it = m_boxes.begin(); it != m_boxes.end(); ++it)
        it.value()->setChecked(preferences.reaches(it.key()));
}

void AlertsPage::take(Preferences &preferences) const
{
    preferences.reach.clear();
    for (auto it = m_boxes.begin(); it != m_boxes.end(); ++it) {
        if (!it.value()->isChecked())
            preferences.reach.insert(it.key(), false);
    }
}

} // namespace fireline::views
