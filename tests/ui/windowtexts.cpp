// SPDX-License-Identifier: GPL-3.0-or-later
// The part of windowchecks.h that reads texts and looks at pixels.
#include "windowchecks.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QGroupBox>
#include <QHash>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPixmap>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTabBar>
#include <QTextDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace fireline::test {

namespace {

struct Text
{
    QString text;
    QString place;
};

void addActions(const QList<QAction *> &actions, const QString &place, QList<Text> &texts)
{
    for (QAction *action : actions) {
        if (action->isSeparator() || !action->isVisible())
            continue;
        texts.append({action->text(), u"%1 > action %2"_s.arg(place, action->objectName())});
        texts.append({action->toolTip(), u"%1 > tooltip of action %2"_s.arg(place, action->objectName())});
        if (action->menu())
            addActions(action->menu()->actions(), u"%1 > %2"_s.arg(place, action->text()), texts);
    }
}

void addRows(const QAbstractItemView *view, QList<Text> &texts)
{
    const QAbstractItemModel *model = view->model();
    for (int row = 0; model && row < std::min(model->rowCount(), 20); ++row) {
        const QModelIndex index = model->index(row, 0);
        texts.append({index.data(Qt::DisplayRole).toString(), u"%1 > row %2"_s.arg(placeOf(view)).arg(row)});
        texts.append({index.data(Qt::AccessibleTextRole).toString(), u"%1 > spoken row %2"_s.arg(placeOf(view)).arg(row)});
    }
}

void addOwnTexts(QWidget *widget, QList<Text> &texts)
{
    const QString place = placeOf(widget);
    texts.append({widget->toolTip(), place + u" > tooltip"_s});
    texts.append({widget->accessibleName(), place + u" > accessible name"_s});
    texts.append({widget->accessibleDescription(), place + u" > accessible description"_s});
    if (const auto *label = qobject_cast<QLabel *>(widget))
        texts.append({label->text(), place});
    if (const auto *button = qobject_cast<QAbstractButton *>(widget))
        texts.append({button->text(), place});
    if (const auto *group = qobject_cast<QGroupBox *>(widget))
        texts.append({group->title(), place});
    if (const auto *dock = qobject_cast<QDockWidget *>(widget))
        texts.append({dock->windowTitle(), place});
    if (const auto *edit = qobject_cast<QLineEdit *>(widget))
        texts.append({edit->placeholderText(), place + u" > placeholder"_s});
    if (const auto *edit = qobject_cast<QPlainTextEdit *>(widget))
        texts.append({edit->placeholderText(), place + u" > placeholder"_s});
    if (const auto *bar = qobject_cast<QTabBar *>(widget)) {
        for (int tab = 0; tab < bar->count(); ++tab)
            texts.append({bar->tabText(tab), place});
    }
    if (const auto *box = qobject_cast<QComboBox *>(widget)) {
        for (int item = 0; item < box->count(); ++item)
            texts.append({box->itemText(item), place});
    }
    if (const auto *bar = qobject_cast<QMenuBar *>(widget))
        addActions(bar->actions(), place, texts);
    if (const auto *view = qobject_cast<QAbstractItemView *>(widget))
        addRows(view, texts);
}

double luminance(QRgb colour)
{
    const auto linear = [](int channel) {
        const double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(qRed(colour)) + 0.7152 * linear(qGreen(colour)) + 0.0722 * linear(qBlue(colour));
}

double contrast(QRgb one, QRgb other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

// The contrast of the colour that stands out most with the one there is most of.
double bestContrast(const QImage &image, const QRect &rect)
{
    QHash<QRgb, int> counts;
    const QRect inside = rect.intersected(image.rect());
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        for (int x = inside.left(); x <= inside.right(); ++x)
            ++counts[image.pixel(x, y) | 0xff000000U];
    }
    QRgb ground = 0;
    int most = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it.value() > most) {
            most = it.value();
            ground = it.key();
        }
    }
    double best = 1;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        best = std::max(best, contrast(it.key(), ground));
    return best;
}

/// As it is read: without tags and marks of keys.
QString read(QString text)
{
    if (Qt::mightBeRichText(text)) {
        QTextDocument document;
        document.setHtml(text);
        text = document.toPlainText();
    }
    return text.remove(u'&');
}

bool hasInk(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return !label->text().trimmed().isEmpty();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return !button->text().trimmed().isEmpty() || (button->icon().isNull() && !button->accessibleName().isEmpty());
    return widget->property("chip").isValid();
}

} // namespace

QString plainWord(QString text, const QSet<QString> &data)
{
    text = read(text);
    if (text.startsWith(u'['))
        return {};
    // What is to be typed is the same everywhere: a word after "/", and more than one in quotes.
    static const QRegularExpression typed(u"“/[^”]*”"_s);
    static const QRegularExpression word(u"(?<![/A-Za-z])[A-Za-z]{3,}"_s);
    text.remove(typed);
    for (auto found = word.globalMatch(text); found.hasNext();) {
        const QString one = found.next().captured();
        if (!data.contains(one))
            return one;
    }
    return {};
}

QString plainWordWithin(QString text, const QSet<QString> &data)
{
    static const QRegularExpression typed(u"(?:“/[^”]*”|(?<=[\\s\\[(“]|^)[/@#;][\\w./#-]+(?: [\\w-]+[./][\\w./-]+)?|"
                                          u"\\b(?:Ctrl|Alt|Shift)\\+\\S+|\\bF\\d+\\b|\\w+=|https?://\\S+|<\\w+>?)"_s);
    static const QRegularExpression word(u"(?<![\\p{L}\\p{M}])[A-Za-z]{3,}(?![\\p{L}\\p{M}])"_s);
    text = read(text).remove(typed);
    for (auto found = word.globalMatch(text); found.hasNext();) {
        const QString one = found.next().captured();
        if (!data.contains(one))
            return one;
    }
    return {};
}

QStringList untranslatedTexts(QWidget *root, const QSet<QString> &data, PlainWord find)
{
    QList<Text> texts{{root->windowTitle(), u"window title"_s}};
    for (QWidget *widget : root->findChildren<QWidget *>()) {
        // Qt translates what it names itself; events are told as they are stored.
        const bool isQts = qobject_cast<QTabBar *>(widget->parentWidget());
        const bool isStored = placeOf(widget).contains("logTable"_L1);
        if (!isQts && !isStored && (widget->isVisible() || qobject_cast<QDockWidget *>(widget)))
            addOwnTexts(widget, texts);
    }
    QStringList faults;
    for (const Text &text : texts) {
        if (const QString word = find(text.text, data); !word.isEmpty())
            faults.append(u"\"%1\" (%2): %3"_s.arg(text.text.left(80), word, text.place));
    }
    return faults;
}

QStringList paleTexts(QWidget *window)
{
    const QImage image = window->grab().toImage();
    const qreal scale = image.devicePixelRatio();
    QStringList faults;
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->visibleRegion().isEmpty() || !hasInk(widget) || widget->window() != window)
            continue;
        const QRect seen = widget->visibleRegion().boundingRect();
        // Frames and focus rings are no text.
        const QRect inside = QRect(widget->mapTo(window, seen.topLeft()), seen.size()).adjusted(3, 3, -3, -3);
        if (inside.width() < 4 || inside.height() < 4)
            continue;
        // What is scrolled away up to its rim shows that rim alone.
        if (seen.height() < widget->height() && inside.height() < widget->fontMetrics().height())
            continue;
        // Behind the palette or a form: what is seen of it beside that is no text of its own.
        const QRect all(widget->mapTo(window, QPoint()), widget->size());
        bool covered = false;
        for (int x = all.left(); x < all.right() && !covered; x += 8)
            covered = isCovered(window, widget, {x, inside.center().y()});
        if (covered)
            continue;
        const double found = bestContrast(image, QRectF(inside.topLeft() * scale, inside.size() * scale).toRect());
        if (found < 4.5)
            faults.append(u"contrast %1: %2"_s.arg(found, 0, 'f', 2).arg(placeOf(widget)));
    }
    return faults;
}

} // namespace fireline::test
