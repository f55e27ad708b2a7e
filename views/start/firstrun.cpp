// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/firstrun.h"

#include "forms/panelbutton.h"
#include "theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

void addTo(QGridLayout *grid, int row, int column, const QString &words, QWidget *field)
{
    // An underlined letter stands further from the next one than the label reckons with: the space is what is cut off.
    auto *label = new QLabel(words + QChar(QChar::Nbsp), grid->parentWidget());
    label->setBuddy(field);
    field->setAccessibleName(QString(words).remove(u'&'));
    grid->addWidget(label, row, column);
    grid->addWidget(field, row, column + 1);
}

} // namespace

FirstRun::FirstRun(Theme &theme, QWidget *parent) : QFrame(parent), m_theme(theme)
{
    setObjectName(u"firstRun"_s);
    setFrameShape(QFrame::StyledPanel);
    auto *layout = new QVBoxLayout(this);
    m_heading = new QLabel(this);
    m_heading->setObjectName(u"firstRunHeading"_s);
    m_way = new QLabel(this);
    m_way->setObjectName(u"firstRunWay"_s);
    m_steps = new QStackedWidget(this);
    m_steps->addWidget(makeName());
    m_steps->addWidget(makeLook());
    m_steps->addWidget(makeDrill());
    // The first step has this key by the letter of its label.
    for (int step = 1; step < m_steps->count(); ++step) {
        auto *key = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_Y), m_steps->widget(step));
        connect(key, &QShortcut::activated, this, [this] { entrance()->setFocus(Qt::ShortcutFocusReason); });
    }
    auto *top = new QHBoxLayout;
    top->addWidget(m_heading);
    top->addStretch();
    top->addWidget(m_way);
    layout->addLayout(top);
    layout->addWidget(m_steps);
    layout->addWidget(makeButtons());
    connect(&theme, &Theme::changed, this, &FirstRun::restyle);
    restyle();
}

QWidget *FirstRun::makeName()
{
    auto *page = new QWidget(this);
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins({});
    m_name = new QLineEdit(page);
    m_name->setObjectName(u"firstRunName"_s);
    m_name->setToolTip(tr("Every entry you type carries this name. Others type it after @."));
    m_name->setMaxLength(100);
    addTo(grid, 0, 0, tr("&Your name"), m_name);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(1, 1);
    return page;
}

QWidget *FirstRun::makeLook()
{
    auto *page = new QWidget(this);
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins({});
    m_scheme = new QComboBox(page);
    m_scheme->setObjectName(u"firstRunTheme"_s);
    m_scheme->setToolTip(tr("Changes the colours at once."));
    m_scheme->addItem(tr("As the desktop"), int(Theme::Choice::System));
    m_scheme->addItem(tr("Light"), int(Theme::Choice::Light));
    m_scheme->addItem(tr("Dark"), int(Theme::Choice::Dark));
    m_scheme->addItem(tr("High contrast"), int(Theme::Choice::HighContrast));
    m_size = new QSpinBox(page);
    m_size->setObjectName(u"firstRunTextSize"_s);
    m_size->setToolTip(tr("Changes the size of all text at once."));
    m_size->setRange(80, 200);
    m_size->setSingleStep(10);
    m_size->setSuffix(tr(" %", "per cent"));
    auto *sound = new QPushButton(tr("Play a sound"), page);
    sound->setObjectName(u"firstRunSound"_s);
    sound->setToolTip(tr("Plays the sound of something late, once."));
    m_preview = new QLabel(page);
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setWordWrap(true);
    m_preview->setAutoFillBackground(true);
    m_preview->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    addTo(grid, 0, 0, tr("Colours"), m_scheme);
    addTo(grid, 0, 2, tr("Text size"), m_size);
    addTo(grid, 1, 0, tr("Sound"), sound);
    addTo(grid, 1, 2, tr("At 3 a.m."), m_preview);
    grid->setColumnStretch(3, 1);
    connect(m_scheme, &QComboBox::activated, this, [this] { m_theme.setChoice(Theme::Choice(m_scheme->currentData().toInt())); });
    connect(m_size, &QSpinBox::valueChanged, this, [this](int percent) { m_theme.setTextSize(percent); });
    connect(sound, &QPushButton::clicked, this, &FirstRun::soundTestRequested);
    return page;
}

QWidget *FirstRun::makeDrill()
{
    m_drillWords = new QLabel(this);
    m_drillWords->setWordWrap(true);
    return m_drillWords;
}

QWidget *FirstRun::makeButtons()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    m_next = new QPushButton(row);
    m_next->setObjectName(u"firstRunNext"_s);
    m_skip = new QPushButton(tr("Skip this step"), row);
    m_skip->setObjectName(u"firstRunSkip"_s);
    m_skip->setToolTip(tr("Leaves this as it is. It can be changed in the settings."));
    m_back = new QPushButton(tr("Back"), row);
    m_back->setObjectName(u"firstRunBack"_s);
    m_back->setToolTip(tr("Shows the step before this one again."));
    m_leave = new QPushButton(tr("Skip all"), row);
    m_leave->setObjectName(u"firstRunLeave"_s);
    m_leave->setToolTip(tr("Closes these steps for good. The settings hold all of them."));
    layout->addWidget(m_next);
    layout->addWidget(m_skip);
    layout->addWidget(m_back);
    layout->addStretch();
    layout->addWidget(m_leave);
    connect(m_next, &QPushButton::clicked, this, &FirstRun::next);
    connect(m_skip, &QPushButton::clicked, this, &FirstRun::skip);
    connect(m_back, &QPushButton::clicked, this, &FirstRun::back);
    connect(m_leave, &QPushButton::clicked, this, &FirstRun::done);
    return row;
}

void FirstRun::begin(const QString &name, bool hasDrill)
{
    m_name->setText(name);
    m_hasDrill = hasDrill;
    m_drillWords->setText(hasDrill ? tr("A drill shows everything in five minutes. It has a file and a clock of its own and "
                                        "reaches nobody outside.")
                                   : tr("No drill is installed. Everything is ready."));
    m_scheme->setCurrentIndex(m_scheme->findData(int(m_theme.choice())));
    const QSignalBlocker still(m_size);
    m_size->setValue(m_theme.textSize());
    showStep(0);
}

void FirstRun::next()
{
    switch (m_steps->currentIndex()) {
    case 0:
        if (m_name->text().trimmed().isEmpty()) {
            m_name->setFocus(Qt::OtherFocusReason);
            return;
        }
        emit nameChosen(m_name->text().trimmed());
        break;
    case 1: emit lookChosen(); break;
    default:
        if (m_hasDrill)
            emit drillWanted();
        break;
    }
    skip();
}

void FirstRun::skip()
{
    const int following = m_steps->currentIndex() + 1;
    if (following == m_steps->count()) {
        emit done();
        return;
    }
    const bool inStep = m_steps->isAncestorOf(QApplication::focusWidget());
    showStep(following);
    if (inStep)
        entrance()->setFocus(Qt::OtherFocusReason);
}

void FirstRun::back()
{
    showStep(m_steps->currentIndex() - 1);
    entrance()->setFocus(Qt::OtherFocusReason);
}

QWidget *FirstRun::entrance() const
{
    switch (m_steps->currentIndex()) {
    case 0: return m_name;
    case 1: return m_scheme;
    default: return m_next;
    }
}

/// Enter goes on from wherever the keyboard is, three times to the drill; on a button it is that button.
void FirstRun::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return QFrame::keyPressEvent(event);
    if (!pressButton(focusWidget(), *event))
        next();
}

void FirstRun::showStep(int step)
{
    // The highest step would leave empty room in the others.
    for (int i = 0; i < m_steps->count(); ++i)
        m_steps->widget(i)->setSizePolicy(QSizePolicy::Preferred, i == step ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    m_steps->setCurrentIndex(step);
    m_back->setVisible(step > 0);
    switch (step) {
    case 0:
        m_heading->setText(tr("Welcome. Step 1 of 3: who are you?"));
        m_next->setText(tr("Next"));
        m_next->setToolTip(tr("Keeps the name."));
        break;
    case 1:
        m_heading->setText(tr("Step 2 of 3: can you read and hear this?"));
        m_next->setText(tr("Next"));
        m_next->setToolTip(tr("Keeps colours and text size."));
        break;
    default:
        m_heading->setText(tr("Step 3 of 3: try the five-minute drill"));
        m_next->setText(m_hasDrill ? tr("Start the drill") : tr("Done"));
        m_next->setToolTip(m_hasDrill ? tr("Starts a short drill that leads you.") : tr("Closes these steps for good."));
        break;
    }
    setAccessibleName(m_heading->text());
}

void FirstRun::showPreview()
{
    const ChipColours late = m_theme.chip(Chip::Late);
    QPalette palette = m_theme.palette();
    palette.setColor(QPalette::Window, late.background);
    palette.setColor(QPalette::WindowText, late.text);
    m_preview->setPalette(palette);
    m_preview->setFont(m_theme.clockFont());
    m_preview->setText(tr("%1 02:41:07 Status update overdue by 2 min", "shape, then an example").arg(chipShape(Chip::Late)));
}

void FirstRun::restyle()
{
    m_heading->setFont(m_theme.valueFont());
    m_way->setFont(m_theme.captionFont());
    m_way->setText(tr("Alt+Y comes here. In a hurry, declare an incident below at once."));
    showPreview();
}

} // namespace fireline::views
