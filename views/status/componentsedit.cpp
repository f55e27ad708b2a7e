// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/componentsedit.h"

#include "components/componenttext.h"
#include "forms/panelbutton.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace fireline::views {

using models::ComponentState;

ComponentsEdit::ComponentsEdit(const QStringList &components, QWidget *parent)
    : QWidget(parent)
    , m_components(components)
    , m_others(new QLineEdit(this))
    , m_asKnown(button(u"componentsAsKnown"_s, tr("As known here"), this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    int row = 0;
    for (const QString &component : components) {
        auto *state = new QComboBox(this);
        state->setObjectName(u"component%1"_s.arg(row));
        state->setAccessibleName(tr("State of %1").arg(component));
        state->setToolTip(tr("How much of %1 works, as readers of the update are told.").arg(component));
        state->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        state->setMinimumContentsLength(12);
        for (const ComponentState choice : models::componentStates())
            state->addItem(componentStateText(choice), int(choice));
        connect(state, &QComboBox::activated, this, [this] { emit edited(text()); });
        auto *label = new QLabel(component, this);
        label->setBuddy(state);
        label->setWordWrap(true); // in a narrow panel the states stay whole
        grid->addWidget(label, row, 0);
        grid->addWidget(state, row++, 1);
        m_states.append(state);
    }
    m_others->setObjectName(u"componentOthers"_s);
    m_others->setAccessibleName(tr("Other affected parts"));
    m_others->setToolTip(tr("What is affected and is none of the components, with commas between."));
    m_others->setPlaceholderText(tr("Other affected parts"));
    connect(m_others, &QLineEdit::textChanged, this, [this] { emit edited(text()); });
    grid->addWidget(m_others, row++, 0, 1, 2);
    m_asKnown->hide();
    grid->addWidget(m_asKnown, row, 0, 1, 2, Qt::AlignLeft);
    connect(m_asKnown, &QPushButton::clicked, this, [this] {
        m_states.first()->setFocus(Qt::OtherFocusReason); // the button goes
        emit edited(m_offered);
    });
}

void ComponentsEdit::offer(const std::optional<QString> &asKnown)
{
    m_offered = asKnown.value_or(QString());
    m_asKnown->setVisible(asKnown.has_value());
    m_asKnown->setToolTip(m_offered.isEmpty() ? tr("Takes over from the board of components that all of them work.")
                                              : tr("Takes over the states of the board of components: %1.").arg(m_offered));
}

QString ComponentsEdit::text() const
{
    models::Affected affected;
    for (qsizetype i = 0; i < m_states.size(); ++i) {
        const auto state = ComponentState(m_states.at(i)->currentData().toInt());
        if (state != ComponentState::Operational)
            affected.states.insert(m_components.at(i), state);
    }
    if (const QString others = m_others->text().trimmed(); !others.isEmpty())
        affected.others = {others};
    return models::textOf(affected, m_components);
}

void ComponentsEdit::showText(const QString &shown)
{
    if (shown == text())
        return;
    const models::Affected affected = models::affectedOf(shown, m_components);
    for (qsizetype i = 0; i < m_states.size(); ++i) {
        const auto state = affected.states.value(m_components.at(i), ComponentState::Operational);
        m_states.at(i)->setCurrentIndex(m_states.at(i)->findData(int(state)));
    }
    const QSignalBlocker ours(m_others);
    if (!m_others->hasFocus())
        m_others->setText(affected.others.join(u", "_s));
}

} // namespace fireline::views
