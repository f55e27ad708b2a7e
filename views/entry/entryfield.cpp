// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/entryfield.h"

#include "core/limits.h"
#include "entry/pastedimage.h"
#include "shell/localfiles.h"

#include <QAbstractTextDocumentLayout>
#include <QDropEvent>
#include <QEvent>
#include <QFontMetrics>
#include <QImage>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextOption>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr int mostLines = 6;

bool hasSeveralLines(const QString &text)
{
    const QStringList lines = text.split(u'\n');
    return std::count_if(lines.begin(), lines.end(), [](const QString &line) { return !line.trimmed().isEmpty(); }) > 1;
}

} // namespace

EntryField::EntryField(QWidget *parent) : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    QTextOption option = document()->defaultTextOption();
    option.setTextDirection(Qt::LayoutDirectionAuto);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDefaultTextOption(option);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &EntryField::fitHeight);
    fitHeight();
}

void EntryField::setMinimumLines(int lines)
{
    m_minimumLines = std::clamp(lines, 1, mostLines);
    fitHeight();
}

void EntryField::setCramped(bool cramped)
{
    if (std::exchange(m_cramped, cramped) != cramped)
        fitHeight();
}

void EntryField::setHints(const QStringList &hints)
{
    m_hints = hints;
    fitHint();
}

void EntryField::fitHint()
{
    const QFontMetrics metrics(font());
    const int room = viewport()->width() - int(2 * document()->documentMargin());
    const auto fitting = std::find_if(m_hints.cbegin(), m_hints.cend(),
                                      [&](const QString &hint) { return metrics.horizontalAdvance(hint) <= room; });
    if (fitting != m_hints.cend())
        setPlaceholderText(*fitting);
    else
        setPlaceholderText(m_hints.isEmpty() ? QString() : metrics.elidedText(m_hints.last(), Qt::ElideRight, room));
}

void EntryField::fitHeight()
{
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && lines <= mostLines; block = block.next())
        lines += std::max(1, block.lineCount());
    setVerticalScrollBarPolicy(lines > mostLines ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    lines = std::clamp(lines, m_cramped ? 1 : m_minimumLines, mostLines);
    // One pixel more than the text: QPlainTextEdit takes a line that just fits for one that does not, and wants to scroll.
    const int around = int(2 * document()->documentMargin()) + 2 * frameWidth() + 1;
    const int height = lines * QFontMetrics(font()).lineSpacing() + around;
    if (height != minimumHeight() || height != maximumHeight())
        setFixedHeight(height);
}

void EntryField::replace(qsizetype start, qsizetype length, const QString &text)
{
    QTextCursor cursor(document());
    cursor.setPosition(int(start));
    cursor.setPosition(int(start + length), QTextCursor::KeepAnchor);
    cursor.insertText(text);
    setTextCursor(cursor);
}

bool EntryField::isAllSelected() const
{
    const QTextCursor cursor = textCursor();
    return cursor.hasSelection() && cursor.selectionEnd() - cursor.selectionStart() == document()->characterCount() - 1;
}

void EntryField::keyPressEvent(QKeyEvent *event)
{
    const bool writes = !event->text().isEmpty() && event->text().at(0).isPrint();
    const QScopedValueRollback replacing(m_replacingAll, writes && isAllSelected());
    QPlainTextEdit::keyPressEvent(event);
}

void EntryField::inputMethodEvent(QInputMethodEvent *event)
{
    const bool was = m_composing;
    m_composing = !event->preeditString().isEmpty();
    {
        const QScopedValueRollback replacing(m_replacingAll, isAllSelected());
        QPlainTextEdit::inputMethodEvent(event);
    }
    // Behind it: what was selected is gone by then, and its time with it.
    if (m_composing && !was)
        emit composingStarted();
}

bool EntryField::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasImage() || source->hasUrls() || QPlainTextEdit::canInsertFromMimeData(source);
}

void EntryField::takeImage(const QMimeData *source)
{
    const QByteArray png = source->data(u"image/png"_s);
    const auto image = png.isEmpty() ? qvariant_cast<QImage>(source->imageData()) : QImage();
    if (png.isEmpty() && image.isNull())
        emit pasteRefused(tr("The picture cannot be read. Save it as a file and attach it with /attach."));
    else if (png.isEmpty())
        emit pixelsPasted(image);
    else if (png.size() > domain::largestAttachment)
        emit pasteRefused(tr("The picture is larger than 16 MiB. Save it as a file and make it smaller."));
    else
        emit imagePasted(png);
}

void EntryField::insertFromMimeData(const QMimeData *source)
{
    if (isReadOnly() || !source)
        return;
    const QScopedValueRollback replacing(m_replacingAll, isAllSelected());
    if (const QStringList paths = localFiles(*source); !paths.isEmpty()) {
        emit filesPasted(paths);
        return;
    }
    if (meansImage(*source)) {
        takeImage(source);
        return;
    }
    QString text = source->text();
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    if (text.size() > largestPaste)
        emit pasteRefused(tr("This is more text than one paste takes. Attach it as a file with /attach."));
    else if (hasSeveralLines(text))
        emit linesPasted(text);
    else
        textCursor().insertText(text.endsWith(u'\n') ? text.trimmed() : text);
    ensureCursorVisible();
}

void EntryField::dropEvent(QDropEvent *event)
{
    if (!isReadOnly() && !localFiles(*event->mimeData()).isEmpty())
        event->setDropAction(Qt::CopyAction); // a desktop that proposed to move them would take them away from where they are
    QPlainTextEdit::dropEvent(event);
}

void EntryField::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fitHeight();
        fitHint();
    }
}

void EntryField::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
    fitHint();
}

} // namespace fireline::views
