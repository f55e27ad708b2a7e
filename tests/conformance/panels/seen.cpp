// SPDX-License-Identifier: GPL-3.0-or-later
#include "seen.h"

#include "paintedtexts.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStringList>
#include <QTextCursor>
#include <QTextDocumentFragment>
#include <QTextEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::conformance {

QString asRead(QString text)
{
    text.removeIf([](QChar c) { return (c >= QChar(0x2066) && c <= QChar(0x2069)) || c == QChar(0x200e) || c == QChar(0x200f); });
    return text.simplified();
}

namespace {

QString plain(const QString &text)
{
    return Qt::mightBeRichText(text) ? QTextDocumentFragment::fromHtml(text).toPlainText() : text;
}

QString rowText(const QModelIndex &row)
{
    QStringList texts;
    const QAbstractItemModel *model = row.model();
    for (int column = 0; column < model->columnCount(row.parent()); ++column) {
        const QModelIndex cell = row.siblingAtColumn(column);
        for (const int role : {int(Qt::AccessibleTextRole), int(Qt::DisplayRole)})
            texts.append(cell.data(role).toString());
    }
    texts.removeAll(QString());
    texts.removeDuplicates();
    return texts.join(u' ');
}

constexpr double mostOfIt = 0.9; // what is cut off by a hair is read all the same

/// Rows as they are told; those that are below the fold only where all are asked for.
void addRows(const QAbstractItemView *view, const QModelIndex &parent, Reach reach, QStringList &texts)
{
    const QAbstractItemModel *model = view->model();
    for (int row = 0; row < model->rowCount(parent); ++row) {
        const QModelIndex index = model->index(row, 0, parent);
        if (reach == Reach::All || rowIsInSight(view, index))
            texts.append(rowText(index));
        addRows(view, index, reach, texts);
    }
}

bool isInSight(const QWidget *widget)
{
    const QRect seen = widget->visibleRegion().boundingRect();
    return seen.height() >= mostOfIt * widget->height() && seen.width() >= mostOfIt * widget->width();
}

/// The lines of a page that stand in its viewport now.
template<typename Page>
QString linesInSight(const Page *page)
{
    const QRect seen = page->viewport()->visibleRegion().boundingRect();
    QTextCursor cursor = page->cursorForPosition(seen.topLeft());
    if (page->cursorRect(cursor).top() < seen.top())
        cursor.movePosition(QTextCursor::Down);
    cursor.movePosition(QTextCursor::StartOfLine);
    QTextCursor last = page->cursorForPosition(seen.bottomRight());
    if (page->cursorRect(last).bottom() > seen.bottom() + 1)
        last.movePosition(QTextCursor::Up);
    last.movePosition(QTextCursor::EndOfLine);
    if (seen.isEmpty() || last.position() <= cursor.position())
        return {};
    cursor.setPosition(last.position(), QTextCursor::KeepAnchor);
    return cursor.selection().toPlainText();
}

/// What is written in it, where a page shows a part of that alone.
template<typename Page>
QStringList pageText(const Page *page, Reach reach)
{
    if (reach == Reach::All || !page->verticalScrollBar()->isVisible())
        return {page->toPlainText(), page->placeholderText()};
    return {linesInSight(page)};
}

void addTexts(QWidget *widget, Reach reach, QStringList &texts)
{
    if (const auto *view = qobject_cast<QAbstractItemView *>(widget)) {
        if (view->model() && !qobject_cast<const QHeaderView *>(view))
            addRows(view, view->rootIndex(), reach, texts);
        return;
    }
    if (const auto *lines = qobject_cast<QPlainTextEdit *>(widget)) {
        texts.append(pageText(lines, reach));
        return;
    }
    if (const auto *page = qobject_cast<QTextEdit *>(widget)) {
        texts.append(pageText(page, reach));
        return;
    }
    if (reach == Reach::InSight && !isInSight(widget))
        return;
    if (const auto *label = qobject_cast<QLabel *>(widget))
        texts.append(plain(label->text()));
    else if (const auto *button = qobject_cast<QAbstractButton *>(widget))
        texts.append(button->text().remove(u'&'));
    else if (const auto *line = qobject_cast<QLineEdit *>(widget))
        texts.append({line->text(), line->placeholderText()});
    else if (const auto *box = qobject_cast<QComboBox *>(widget))
        texts.append(box->currentText());
    // The line under quick entry ends in "…" where it is long, and is whole in its tooltip.
    if (widget->objectName() == "entry.preview"_L1)
        texts.append(widget->toolTip());
}

} // namespace

bool rowIsInSight(const QAbstractItemView *view, const QModelIndex &row)
{
    const QRect rect = view->visualRect(row);
    const QRect seen = view->viewport()->visibleRegion().boundingRect();
    return !rect.isEmpty() && (rect & seen).height() >= mostOfIt * std::min(rect.height(), view->viewport()->height());
}

QString seenIn(QWidget *widget, Reach reach)
{
    QStringList texts;
    for (const test::PaintedText &painted : test::paintedTexts(widget)) {
        if (painted.share >= mostOfIt)
            texts.append(painted.text);
    }
    texts = {texts.join(u' '), widget->windowTitle()};
    addTexts(widget, reach, texts);
    for (QWidget *child : widget->findChildren<QWidget *>()) {
        if (child->isVisible())
            addTexts(child, reach, texts);
    }
    texts.removeAll(QString());
    for (QString &text : texts)
        text = asRead(text);
    return texts.join(u'\n');
}

QString seenInRow(const QAbstractItemView *view)
{
    return view->currentIndex().isValid() ? asRead(rowText(view->currentIndex())) : QString();
}

} // namespace fireline::conformance
