import { BarChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { COLOURS, FONT, type Piece } from './svg.ts'

use([BarChart, GridComponent, SVGRenderer])

const HEIGHT = 350
const TEXT = { fontFamily: FONT, fontSize: 26, color: COLOURS.faint } as const
/** More bars than that have their totals nowhere to stand. */
const MOST_TOTALS = 16

export interface DayChart {
  readonly width: number
  /** Under the bars. */
  readonly labels: readonly string[]
  /** One above the other, the first at the bottom. */
  readonly layers: readonly { readonly colour: string; readonly values: readonly number[] }[]
}

/** A single ticket is no bar as high as the chart. */
const LEAST_TOP = 4

/** Bars by day, made of layers, with their totals on top where there is room. */
export function drawDays({ width, labels, layers }: DayChart): Piece {
  const totals = labels.map((_, day) => layers.reduce((sum, { values }) => sum + (values[day] ?? 0), 0))
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height: HEIGHT })
  try {
    chart.setOption({
      animation: false,
      grid: { left: 64, right: 4, top: 40, bottom: 46 },
      xAxis: {
        type: 'category',
        data: [...labels],
        axisTick: { show: false },
        axisLine: { lineStyle: { color: COLOURS.line, width: 2 } },
        axisLabel: { ...TEXT, margin: 14, hideOverlap: true },
      },
      yAxis: {
        type: 'value',
        minInterval: 1,
        splitNumber: 4,
        ...(Math.max(0, ...totals) < LEAST_TOP ? { max: LEAST_TOP } : {}),
        axisLabel: TEXT,
        splitLine: { lineStyle: { color: COLOURS.line } },
      },
      series: [
        ...layers.map(({ colour, values }) => ({
          type: 'bar' as const,
          stack: 'all',
          data: [...values],
          barCategoryGap: '25%',
          itemStyle: { color: colour },
        })),
        ...totalsOver(totals),
      ],
    })
    const svg = chart.renderToSVGString()
    return { height: HEIGHT, svg }
  } finally {
    chart.dispose()
  }
}

/** Bars of no height that carry the totals. */
function totalsOver(totals: readonly number[]) {
  if (totals.length > MOST_TOTALS) return []
  return [
    {
      type: 'bar' as const,
      stack: 'all',
      data: totals.map((total) => ({
        value: 0,
        label: {
          show: total > 0,
          position: 'insideBottom' as const,
          formatter: String(total),
          ...TEXT,
          color: COLOURS.ink,
          fontWeight: 'bold' as const,
        },
      })),
    },
  ]
}
