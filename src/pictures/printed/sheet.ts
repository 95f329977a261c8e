import type { Canvas, SKRSContext2D } from '@napi-rs/canvas'
import type { PageView, PlacedText } from '../../sources/index.ts'

/** A canvas, and what draws on it. */
export interface DrawnCanvas {
  readonly canvas: Canvas
  readonly context: SKRSContext2D
}

/** A printed page to draw parts of, whatever kind of file it lies in. */
export interface Sheet {
  /** In its own units: points, or those of its picture. */
  readonly width: number
  readonly height: number
  /** A point of paper in these units. */
  readonly point: number
  /** Pixels a unit beyond which nothing more is to be seen. */
  readonly finest: number
  /** Paints a part of it. */
  paint(surface: DrawnCanvas, view: PageView): Promise<void>
  /** Its text with places, in the order in which it was set; empty if it has none. */
  texts(): Promise<readonly PlacedText[]>
}
