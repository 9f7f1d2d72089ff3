import type { Header } from '../store/header.ts'
import type { Clock } from '../util/clock.ts'

export type ClockSetting = Header['clock']

/** What a cluster's clock shows while the wall clock shows `wall` (milliseconds). */
export const timeOf = (setting: ClockSetting, wall: Clock): number =>
  'frozenAt' in setting ? setting.frozenAt : wall.now() + setting.offset

export const advanced = (setting: ClockSetting, milliseconds: number): ClockSetting =>
  'frozenAt' in setting ? { frozenAt: setting.frozenAt + milliseconds } : { offset: setting.offset + milliseconds }

export const frozen = (setting: ClockSetting, wall: Clock): ClockSetting =>
  'frozenAt' in setting ? setting : { frozenAt: timeOf(setting, wall) }

/** A clock that goes with the wall clock again. It never goes back: one that is ahead stays ahead. */
export const following = (setting: ClockSetting, wall: Clock): ClockSetting => ({
  offset: Math.max(0, timeOf(setting, wall) - wall.now()),
})

/** Whether controllers react to what happens. */
export const isAlive = (setting: ClockSetting): boolean => !('frozenAt' in setting && setting.controllersStopped)
