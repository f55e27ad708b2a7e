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
#include <QStringList>
#include <QTextDocumentFragment>
#include <QTextEdit>

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

void addRows(const QAbstractItemModel *model, const QModelIndex &parent, QStringList &texts)
{
    for (int row = 0; row < model->rowCount(parent); ++row) {
        const QModelIndex index = model->index(row, 0, parent);
        texts.append(rowText(index));
        addRows(model, index, texts);
    }
}

void addTexts(QWidget *widget, QStringList &texts)
{
    if (const auto *label = qobject_cast<QLabel *>(widget))
        texts.append(plain(label->text()));
    else if (const auto *button = qobject_cast<QAbstractButton *>(widget))
        texts.append(button->text().remove(u'&'));
    else if (const auto *line = qobject_cast<QLineEdit *>(widget))
        texts.append({line->text(), line->placeholderText()});
    else if (const auto *lines = qobject_cast<QPlainTextEdit *>(widget))
        texts.append({lines->toPlainText(), lines->placeholderText()});
    else if (const auto *page = qobject_cast<QTextEdit *>(widget))
        texts.append(page->toPlainText());
    else if (const auto *box = qobject_cast<QComboBox *>(widget))
        texts.append(box->currentText());
    else if (const auto *view = qobject_cast<QAbstractItemView *>(widget);
             view && view->model() && !qobject_cast<const QHeaderView *>(view))
        addRows(view->model(), view->rootIndex(), texts);
}

} // namespace

QString seenIn(QWidget *widget)
{
    QStringList texts;
    for (const test::PaintedText &painted : test::paintedTexts(widget))
        texts.append(painted.text);
    texts = {texts.join(u' '), widget->windowTitle()};
    addTexts(widget, texts);
    for (QWidget *child : widget->findChildren<QWidget *>()) {
        if (!child->isVisible())
            continue;
        addTexts(child, texts);
        // The line under quick entry ends in "…" where it is long, and is whole in its tooltip.
        if (child->objectName() == "entry.preview"_L1)
            texts.append(child->toolTip());
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
