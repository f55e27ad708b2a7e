// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/statuspreview.h"

#include "text/markup.h"
#include "theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

enum Form { StatusPageForm, SlackForm, MailForm, PlainForm };

/// Shows what it is given and fetches nothing: an address in an update is no order to open a file.
class ClosedBrowser : public QTextBrowser
{
public:
    using QTextBrowser::QTextBrowser;
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

QString escaped(const QString &text)
{
    return text.toHtmlEscaped();
}

} // namespace

void copyMessage(const QString &text, CopyAs form)
{
    const QString markdown = markdownOf(text);
    auto *data = new QMimeData;
    switch (form) {
    case CopyAs::Plain: data->setText(text); break;
    case CopyAs::Slack: data->setText(slackOf(markdown)); break;
    case CopyAs::Markdown:
        data->setText(markdown);
        data->setData(u"text/markdown"_s, markdown.toUtf8());
        break;
    case CopyAs::Html:
        data->setText(text);
        data->setHtml(htmlOf(markdown));
        break;
    case CopyAs::Everything:
        data->setText(text);
        data->setData(u"text/markdown"_s, markdown.toUtf8());
        data->setHtml(htmlOf(markdown));
        break;
    }
    QGuiApplication::clipboard()->setMimeData(data);
}

StatusPreview::StatusPreview(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_form(new QComboBox(this))
    , m_copy(new QToolButton(this))
    , m_copyMenu(new QMenu(this))
    , m_view(new ClosedBrowser(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.scaled(2));
    auto *row = new QHBoxLayout;
    m_form->setObjectName(u"statusPreviewForm"_s);
    m_form->setAccessibleName(tr("Form of the preview"));
    m_form->setProperty("readsOnly", true);
    m_form->addItems({tr("As a status page"), tr("As a Slack message"), tr("As an e-mail"), tr("As plain text")});
    m_copy->setObjectName(u"statusCopy"_s);
    m_copy->setProperty("readsOnly", true);
    m_copy->setText(tr("Copy as…"));
    m_copy->setAccessibleName(tr("Copy the text as"));
    m_copy->setPopupMode(QToolButton::InstantPopup);
    m_copy->setFocusPolicy(Qt::StrongFocus);
    m_copyMenu->setObjectName(u"statusCopyMenu"_s);
    m_copy->setMenu(m_copyMenu);
    addCopy(tr("Plain text"), tr("Copies the words alone."), CopyAs::Plain);
    addCopy(tr("Markdown"), tr("Copies the text with the marks of Markdown."), CopyAs::Markdown);
    addCopy(tr("HTML"), tr("Copies the text as web pages and e-mails take it."), CopyAs::Html);
    addCopy(tr("Slack"), tr("Copies the text with the marks of Slack."), CopyAs::Slack);
    row->addWidget(m_form, 1);
    row->addWidget(m_copy);
    m_view->setObjectName(u"statusPreview"_s);
    m_view->setAccessibleName(tr("Preview of the update"));
    m_view->setToolTip(tr("What readers will see."));
    m_view->setOpenLinks(false);
    m_view->setTabChangesFocus(true);
    m_view->setMinimumHeight(theme.scaled(60));
    column->addLayout(row);
    column->addWidget(m_view, 1);
    setTabOrder(m_form, m_copy);
    setTabOrder(m_copy, m_view);
    connect(m_form, &QComboBox::currentIndexChanged, this, &StatusPreview::render);
    connect(&theme, &Theme::changed, this, &StatusPreview::render);
    setKeptInside({});
}

void StatusPreview::setKeptInside(const QString &why)
{
    m_copy->setEnabled(why.isEmpty());
    m_copy->setToolTip(why.isEmpty() ? tr("Puts the text on the clipboard. Nothing is recorded as sent.") : why);
    m_copy->setAccessibleDescription(why);
}

void StatusPreview::addCopy(const QString &name, const QString &help, CopyAs form)
{
    QAction *action = m_copyMenu->addAction(name, this, [this, form] { copyMessage(m_text, form); });
    action->setToolTip(help);
    action->setStatusTip(help);
}

void StatusPreview::show(const QString &audience, const QString &state, const QString &text)
{
    if (audience == m_audience && state == m_state && text == m_text)
        return;
    m_audience = audience;
    m_state = state;
    m_text = text;
    render();
}

// The frame around the text is what that place adds by itself; the text is the same everywhere.
void StatusPreview::render()
{
    const int at = m_view->verticalScrollBar()->value();
    const QString markdown = markdownOf(m_text);
    const QString muted = m_theme.ink(Ink::Muted).name();
    const auto head = [&](const QString &words) {
        return u"<p><span style=\"color:%1\">%2</span></p>"_s.arg(muted, escaped(words));
    };
    m_form->setToolTip(tr("%1: shows the update as its readers will see it there.").arg(m_form->currentText()));
    switch (m_form->currentIndex()) {
    case SlackForm:
        m_view->setHtml(head(tr("Slack, %1").arg(m_audience))
                        + u"<p style=\"white-space:pre-wrap\">%1</p>"_s.arg(slackOf(markdown).replace(u'\n', u"<br/>"_s)));
        break;
    case MailForm:
        m_view->setHtml(head(tr("To: %1").arg(m_audience)) + head(m_state.isEmpty() ? QString() : tr("Subject: %1").arg(m_state))
                        + htmlOf(markdown));
        break;
    case PlainForm: m_view->setPlainText(m_text); break;
    default:
        m_view->setHtml(head(m_audience) + (m_state.isEmpty() ? QString() : u"<h3>%1</h3>"_s.arg(escaped(m_state)))
                        + htmlOf(markdown));
    }
    m_view->verticalScrollBar()->setValue(at);
}

} // namespace fireline::views
