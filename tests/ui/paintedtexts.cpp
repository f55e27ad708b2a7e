// SPDX-License-Identifier: GPL-3.0-or-later
#include "paintedtexts.h"

#include "windowchecks.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QHash>
#include <QHeaderView>
#include <QHelpEvent>
#include <QHoverEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPaintEngine>
#include <QPaintEngineState>
#include <QPainter>
#include <QPixmap>
#include <QRegularExpression>
#include <QToolTip>

#include <cmath>

using namespace Qt::StringLiterals;

namespace fireline::test {

namespace {

constexpr double textContrast = 4.5;
constexpr int rowsLookedAt = 8;

/// Takes down what text is painted, where, and in which colour; paints nothing.
class TextListener : public QPaintEngine, public QObject
{
public:
    TextListener() : QPaintEngine(AllFeatures) { qApp->installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            m_painting = qobject_cast<QWidget *>(watched);
        return false;
    }

    QList<PaintedText> heard;

    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    Type type() const override { return User; }
    void updateState(const QPaintEngineState &) override { }
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override { }
    void drawImage(const QRectF &, const QImage &, const QRectF &, Qt::ImageConversionFlags) override { }
    void drawTiledPixmap(const QRectF &, const QPixmap &, const QPointF &) override { }
    void drawPath(const QPainterPath &) override { }
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override { }
    void drawPolygon(const QPoint *, int, PolygonDrawMode) override { }
    void drawRects(const QRect *, int) override { }
    void drawRects(const QRectF *, int) override { }
    void drawLines(const QLine *, int) override { }
    void drawLines(const QLineF *, int) override { }
    void drawEllipse(const QRectF &) override { }
    void drawEllipse(const QRect &) override { }
    void drawPoints(const QPointF *, int) override { }
    void drawPoints(const QPoint *, int) override { }

    void drawTextItem(const QPointF &at, const QTextItem &item) override
    {
        if (item.text().trimmed().isEmpty() || item.width() <= 0)
            return;
        const QTransform toDevice = painter()->deviceTransform();
        QRectF rect = toDevice.mapRect(QRectF(at.x(), at.y() - item.ascent(), item.width(), item.ascent() + item.descent()));
        const double whole = rect.height();
        if (painter()->hasClipping())
            rect &= toDevice.mapRect(painter()->clipBoundingRect());
        if (!systemClip().isEmpty())
            rect &= systemClip().boundingRect();
        QColor colour = painter()->pen().color();
        colour.setAlphaF(float(colour.alphaF() * painter()->opacity()));
        if (!rect.isEmpty() && colour.alpha() > 0)
            heard.append({item.text(), rect, colour, m_painting, rect.height() / whole});
    }

private:
    const QWidget *m_painting = nullptr;
};

/// As large as a widget, with the listener at its end.
class TextDevice : public QPaintDevice
{
public:
    explicit TextDevice(const QWidget &like) : m_like(like) { }
    QPaintEngine *paintEngine() const override { return &m_listener; }
    [[nodiscard]] const QList<PaintedText> &heard() const { return m_listener.heard; }

protected:
    int metric(PaintDeviceMetric what) const override
    {
        switch (what) {
        case PdmWidth: return m_like.width();
        case PdmHeight: return m_like.height();
        case PdmWidthMM: return m_like.widthMM();
        case PdmHeightMM: return m_like.heightMM();
        case PdmNumColors: return 0;
        case PdmDepth: return 32;
        case PdmDpiX: return m_like.logicalDpiX();
        case PdmDpiY: return m_like.logicalDpiY();
        case PdmPhysicalDpiX: return m_like.physicalDpiX();
        case PdmPhysicalDpiY: return m_like.physicalDpiY();
        case PdmDevicePixelRatio: return 1;
        case PdmDevicePixelRatioScaled: return int(devicePixelRatioFScale());
        }
        return 0;
    }

private:
    const QWidget &m_like;
    mutable TextListener m_listener;
};

double luminance(const QColor &colour)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

QColor over(const QColor &colour, const QColor &ground)
{
    const double part = colour.alphaF();
    const auto mixed = [part](double top, double bottom) { return float(top * part + bottom * (1 - part)); };
    return QColor::fromRgbF(mixed(colour.redF(), ground.redF()), mixed(colour.greenF(), ground.greenF()),
                            mixed(colour.blueF(), ground.blueF()));
}

// Text that cannot be used now needs no contrast; neither does what is behind something else.
bool isExempt(const QWidget *root, const PaintedText &text)
{
    const QWidget *at = root->childAt(text.rect.center().toPoint());
    return isCovered(root, text.painter, text.rect.center().toPoint()) || (at && !at->isEnabled());
}

void addPale(QWidget *root, const QString &how, const QRectF &within, QStringList &faults)
{
    const QImage pixels = pixelsOf(root);
    for (const PaintedText &text : paintedTexts(root)) {
        if (!within.contains(text.rect.center()) || isExempt(root, text))
            continue;
        const double found = contrastOf(text, pixels);
        if (found >= textContrast)
            continue;
        const QWidget *at = root->childAt(text.rect.center().toPoint());
        faults.append(u"contrast %1: \"%2\"%3 in %4"_s.arg(found, 0, 'f', 2).arg(text.text, how, placeOf(at ? at : root)));
    }
}

void hover(QAbstractItemView *view, const QPointF &at)
{
    QHoverEvent event(QEvent::HoverMove, at, at, QPointF(-1, -1));
    QCoreApplication::sendEvent(view->viewport(), &event);
}

// Its rows, one after the other: current and selected with the focus and without it, and under the mouse.
void addPaleRows(QAbstractItemView *view, QStringList &faults)
{
    const QModelIndex before = view->currentIndex();
    QWidget *focused = QApplication::focusWidget();
    const QRect seen = view->viewport()->rect();
    QList<QModelIndex> rows;
    for (int y = 2; y < seen.height() && rows.size() < rowsLookedAt;) {
        const QModelIndex index = view->indexAt({seen.width() / 2, y});
        const QRect rect = index.isValid() ? view->visualRect(index) : QRect();
        if (index.isValid())
            rows.append(index);
        y = std::max(y + 8, rect.bottom() + 2);
    }
    for (const QModelIndex &row : std::as_const(rows)) {
        const QRect place(0, view->visualRect(row).top(), seen.width(), view->visualRect(row).height());
        hover(view, place.center());
        addPale(view->viewport(), u" (under the mouse)"_s, place, faults);
        hover(view, {-1, -1});
        view->setCurrentIndex(row);
        addPale(view->viewport(), u" (selected)"_s, view->visualRect(row), faults);
        view->setFocus();
        addPale(view->viewport(), u" (selected, with the focus)"_s, view->visualRect(row), faults);
        if (focused)
            focused->setFocus();
    }
    view->setCurrentIndex(before);
}

// Whether what stands there is meant to end so: "Assign…".
bool isWhole(const QWidget *widget, const QString &text, const QPoint &at)
{
    if (const auto *view = qobject_cast<const QAbstractItemView *>(widget->parentWidget()); view && view->viewport() == widget)
        return view->indexAt(at).data().toString() == text;
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return button->text().remove(u'&').contains(text);
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->text().remove(u'&').contains(text);
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        return edit->placeholderText().contains(text) || edit->text().contains(text);
    return false;
}

// What the mouse is told when it rests: a delegate may answer otherwise than its model.
QString tooltipAt(QWidget *widget, const QPoint &at)
{
    static const QString other = u"another tooltip"_s;
    const QPoint global = widget->mapToGlobal(at);
    QToolTip::showText(global, other, widget);
    QHelpEvent event(QEvent::ToolTip, at, global);
    QCoreApplication::sendEvent(widget, &event);
    return QToolTip::text() != other ? QToolTip::text() : QString();
}

} // namespace

QList<PaintedText> paintedTexts(QWidget *widget)
{
    TextDevice device(*widget);
    widget->render(&device);
    // A field paints what is selected, and then its line, cut out where that is in a way that nobody hears.
    QList<PaintedText> texts;
    for (const PaintedText &text : device.heard()) {
        const bool again = qobject_cast<const QLineEdit *>(text.painter)
                           && std::any_of(texts.cbegin(), texts.cend(), [&](const PaintedText &before) {
                                  return before.painter == text.painter && before.rect.intersects(text.rect);
                              });
        if (!again)
            texts.append(text);
    }
    return texts;
}

QImage pixelsOf(QWidget *widget)
{
    QImage image(widget->size(), QImage::Format_RGB32);
    image.fill(Qt::black);
    widget->render(&image);
    return image;
}

double contrastOf(const PaintedText &text, const QImage &pixels)
{
    QHash<QRgb, int> counts;
    const QRect inside = text.rect.toAlignedRect() & pixels.rect();
    QRgb ground = 0;
    int most = 0;
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(pixels.constScanLine(y));
        for (int x = inside.left(); x <= inside.right(); ++x) {
            if (const int count = ++counts[line[x]]; count > most) {
                most = count;
                ground = line[x];
            }
        }
    }
    const QColor behind(ground);
    const double one = luminance(over(text.colour, behind));
    const double other = luminance(behind);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

QStringList palePaintedTexts(QWidget *window, Rows rows)
{
    QStringList faults;
    addPale(window, {}, window->rect(), faults);
    if (rows == Rows::AtRest)
        return faults;
    for (auto *view : window->findChildren<QAbstractItemView *>()) {
        if (view->isVisible() && view->model() && !qobject_cast<QHeaderView *>(view) && !view->visibleRegion().isEmpty())
            addPaleRows(view, faults);
    }
    return faults;
}

QStringList shortenedTexts(QWidget *window)
{
    QStringList faults;
    for (const PaintedText &text : paintedTexts(window)) {
        const QPoint centre = text.rect.center().toPoint();
        QWidget *at = window->childAt(centre);
        // What was scrolled out of sight is behind something else that is seen there: nobody reads it, or asks it for its tip.
        if (text.painter && !text.painter->visibleRegion().contains(text.painter->mapFrom(window, centre)))
            continue;
        if (!at || isCovered(window, text.painter, text.rect.center().toPoint()) || !text.text.endsWith(u'…')
            || isWhole(at, text.text, at->mapFrom(window, text.rect.center().toPoint())))
            continue;
        // Brackets and joiners are of the languages that tests speak; a row's last piece is the one that is cut.
        const auto letters = [](QString words) { return words.remove(QRegularExpression(u"[\\[\\]\u200d]"_s)).simplified(); };
        const QString cut = letters(text.text.chopped(1)).section(u'·', -1).trimmed();
        const QString told = tooltipAt(at, at->mapFrom(window, text.rect.center().toPoint()));
        // Made-up languages say the same words otherwise elsewhere; that they say it at all is enough.
        const bool madeUp = text.text.contains(u'[') || told.contains(u'[');
        if (madeUp ? told.isEmpty() : !letters(told).contains(cut, Qt::CaseInsensitive))
            faults.append(u"\"%1\" is not told whole: %2, which says \"%3\""_s.arg(text.text, placeOf(at), told));
    }
    QToolTip::hideText();
    return faults;
}

QStringList overlappingTexts(QWidget *window)
{
    QStringList faults;
    const QList<PaintedText> texts = paintedTexts(window);
    for (qsizetype i = 0; i < texts.size(); ++i) {
        for (qsizetype j = i + 1; j < texts.size(); ++j) {
            // Lines of a paragraph may touch each other, and italics lean over.
            const QRectF common = texts.at(i).rect & texts.at(j).rect;
            const double height = std::min(texts.at(i).rect.height(), texts.at(j).rect.height());
            if (common.width() <= 2 || common.height() <= height / 3)
                continue;
            if (isCovered(window, texts.at(i).painter, common.center().toPoint())
                || isCovered(window, texts.at(j).painter, common.center().toPoint()))
                continue;
            const QWidget *at = window->childAt(common.center().toPoint());
            faults.append(u"\"%1\" and \"%2\" are painted over each other in %3"_s.arg(texts.at(i).text, texts.at(j).text,
                                                                                       placeOf(at ? at : window)));
        }
    }
    return faults;
}

} // namespace fireline::test
