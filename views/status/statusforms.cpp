// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/statusforms.h"

#include "status/messageedit.h"
#include "status/statusdesk.h"
#include "status/statusform.h"

#include <QApplication>
#include <QEvent>
#include <QScrollArea>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr int mostLines = 8;
constexpr int leastLines = 3; ///< a field and what it is asked by; while it is written to, the panel is given more

/// Keeps the field with the keyboard in sight, however it came there and whatever became higher around it.
class FormArea : public QScrollArea
{
public:
    using QScrollArea::QScrollArea;
    /// The keyboard leaves the form while its widgets go: nobody is left to follow it.
    ~FormArea() override { disconnect(qApp, nullptr, this, nullptr); }

    void follow(QWidget *form)
    {
        setWidget(form);
        connect(qApp, &QApplication::focusChanged, this, [this] { showFocused(); });
    }

    // The toolkit's own is that of a scroll bar with a long handle: in a low panel the buttons below it would be out of sight.
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        const QSize own = QScrollArea::minimumSizeHint();
        return {own.width(), std::min(own.height(), leastLines * fontMetrics().lineSpacing() + 2 * frameWidth())};
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QScrollArea::resizeEvent(event);
        fitFields();
        QTimer::singleShot(0, this, [this] { showFocused(); });
    }

    // The area watches its widget by itself.
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == widget() && event->type() == QEvent::Resize) {
            fitFields();
            QTimer::singleShot(0, this, [this] { showFocused(); });
        }
        return QScrollArea::eventFilter(watched, event);
    }

private:
    // No field is higher than what is seen of the form: its last line would be typed out of sight.
    void fitFields()
    {
        const QList<MessageEdit *> fields = widget() ? widget()->findChildren<MessageEdit *>() : QList<MessageEdit *>();
        for (MessageEdit *field : fields)
            field->setMostLines(std::clamp(viewport()->height() / field->fontMetrics().lineSpacing() - 2, 2, mostLines));
    }

    void showFocused()
    {
        QWidget *now = QApplication::focusWidget();
        if (!now || !widget() || !widget()->isAncestorOf(now))
            return;
        // With what it is asked by, where there is room for both. Of a text field the toolkit shows the line with the cursor alone.
        const QWidget *whole = now;
        if (now->parentWidget() != widget() && now->parentWidget()->height() <= viewport()->height())
            whole = now->parentWidget();
        const QRect place(whole->mapTo(widget(), QPoint()), whole->size());
        if (place.height() <= viewport()->height())
            ensureVisible(0, place.center().y(), 0, place.height() / 2 + 1);
        ensureWidgetVisible(now, 0, 0);
    }
};

} // namespace

StatusForms::StatusForms(models::StatusDesk &desk, Spelling &spelling, Theme &theme, QWidget *before, QWidget *parent)
    : QStackedWidget(parent)
    , m_desk(desk)
    , m_spelling(spelling)
    , m_theme(theme)
    , m_before(before)
{
    setObjectName(u"statusForms"_s);
}

StatusForm *StatusForms::form(const QString &target)
{
    StatusForm *&made = m_forms[target];
    if (made)
        return made;
    auto *area = new FormArea(this);
    area->setObjectName(u"statusFormArea"_s);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    made = new StatusForm(m_spelling, m_theme, area);
    area->follow(made);
    setTabOrder(m_before, made->firstStop());
    addWidget(area);
    connect(made, &StatusForm::stateChosen, &m_desk, &models::StatusDesk::setState);
    connect(made, &StatusForm::fieldEdited, &m_desk, &models::StatusDesk::setField);
    connect(made, &StatusForm::freeEdited, &m_desk, &models::StatusDesk::setFree);
    connect(made, &StatusForm::beforeWanted, &m_desk, &models::StatusDesk::takeBefore);
    return made;
}

void StatusForms::show(const models::StatusPage &page)
{
    StatusForm *shown = form(page.target);
    shown->show(page);
    for (int i = 0; i < count(); ++i) {
        auto *area = qobject_cast<QScrollArea *>(widget(i));
        if (area && area->widget() == shown)
            setCurrentIndex(i);
    }
}

} // namespace fireline::views
