import { keepPreviousData, useInfiniteQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import type { Page } from '@/api/types/common'

/** A list that the server pages by key, read as far as somebody scrolled. */
export function usePaged<T>(options: { key: () => readonly unknown[]; load: (after: string | null) => Promise<Page<T>>; every?: number }) {
  const { data, isLoading, error, refetch, fetchNextPage, hasNextPage, isFetching } = useInfiniteQuery({
    queryKey: computed(options.key),
    queryFn: ({ pageParam }) => options.load(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next ?? null,
    placeholderData: keepPreviousData,
    refetchInterval: options.every,
  })
  return { items: computed(() => data.value?.pages.flatMap((p) => p.items) ?? []), isLoading, error, refetch, fetchNextPage, hasNextPage, isFetching }
}
