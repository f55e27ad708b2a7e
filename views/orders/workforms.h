// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "orders/workform.h"

#include <optional>

namespace fireline::views {

/// Who does what, and back in how many minutes; or a question. GUI thread; made by the orders' panel.
class ActionForm : public WorkForm
{
    Q_OBJECT
public:
    ActionForm(const models::WorkQuestions &ask, Theme &theme, QWidget *parent = nullptr);

protected:
    [[nodiscard]] domain::Command command() const override;
    [[nodiscard]] QString missing() const override;
    void clear() override;
    void adapt() override;

private:
    QLineEdit *m_who;
    QLineEdit *m_minutes;
    QCheckBox *m_question;
};

/// A change to be approved: what, of which kind and risk, and what the process wants to know besides. GUI thread; made by
/// the orders' panel.
class ChangeForm : public WorkForm
{
    Q_OBJECT
public:
    ChangeForm(const models::WorkQuestions &ask, Theme &theme, QWidget *parent = nullptr);

protected:
    [[nodiscard]] domain::Command command() const override;
    [[nodiscard]] QString missing() const override;
    void clear() override;
    void adapt() override;

private:
    QComboBox *m_kind;
    QComboBox *m_risk;
    QCheckBox *m_staged;
};

/// What is about to be done, and how long everybody has to object. GUI thread; made by the orders' panel.
class PollForm : public WorkForm
{
    Q_OBJECT
public:
    PollForm(const models::WorkQuestions &ask, Theme &theme, QWidget *parent = nullptr);

protected:
    [[nodiscard]] domain::Command command() const override;
    [[nodiscard]] QString missing() const override;
    void clear() override;
    void adapt() override;

private:
    QLineEdit *m_time;
    QLabel *m_asked;
};

/// "10" (minutes), "90s" or "1h30m"; nothing where it is no time.
[[nodiscard]] std::optional<qint64> typedSpanUs(const QString &text, qint64 unitUs);

} // namespace fireline::views
