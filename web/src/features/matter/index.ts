export { matterKeys } from './keys'
export { default as MatterTimeline } from './components/MatterTimeline.vue'
export { default as FileList } from './components/FileList.vue'
export { default as OwedTable } from './components/OwedTable.vue'
