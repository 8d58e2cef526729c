"""Makes tests/data/verdicts.csv: verdicts of councils against England and their region, worked out slowly and apart
from the program. A comparator must lie outside the interval as published and as it was before it was rounded. Takes the directory of the repository, a file of verdicts the program gave (indicator, council, year,
numerator, denominator, with, verdict), and the file to write. Says how many disagree, and takes cases in which the
published, rounded value would give another verdict, and others."""
import csv, sys, math
from fractions import Fraction as F
from decimal import Decimal as D, getcontext
getcontext().prec=50
root=sys.argv[1]; prog=sys.argv[2]
Z=D('1.959963984540054235524594430520551')
def rd(f): return list(csv.DictReader(open(f'{root}/data/{f}')))
ind={r['id']:r for r in rd('indicators.csv')}
area={r['code']:r for r in rd('areas.csv')}
eng=next(c for c,r in area.items() if r['level']=='country')
counts={};pub={}
for r in rd('counts.csv'):
    for y in r:
        if y.isdigit() and r[y]:
            a,b=r[y].split('/'); counts[r['indicator'],r['area'],y]=(F(a),F(b))
for r in rd('published.csv'):
    for y in r:
        if y.isdigit() and r[y] and r[y][0] in '-0123456789': pub[r['indicator'],r['area'],y]=r[y]
dec={}
for (i,a,y),t in pub.items():
    dec[i,y]=max(dec.get((i,y),0),len(t.partition('.')[2]))
def half_up(x,d):
    s=F(10)**d; return F(math.floor(abs(x)*s+F(1,2)))/s*(1 if x>=0 else -1)
def wilson(n,d):
    n,d=D(n),D(d); z2=Z*Z; p=n/d
    c=n+z2/2; s=Z*(n*(1-p)+z2/4).sqrt(); f=lambda v:100*v/(d+z2)
    lo=D(0) if n==0 else f(c-s); hi=D(100) if n==d else f(c+s)
    return max(lo,D(0)),min(hi,D(100))
def cdf(k,m):
    t=(-m).exp(); s=t
    for i in range(1,k+1): t=t*m/i; s+=t
    return s
def solve(k,w):
    lo,hi=D(0),D(60)
    for _ in range(90):
        m=(lo+hi)/2
        if cdf(k,m)>w: lo=m
        else: hi=m
    return lo
memo={}
def byar(n):
    if n in memo: return memo[n]
    if n<10: r=(D(0) if n==0 else solve(n-1,D('0.975'))),solve(n,D('0.025'))
    else:
        lim=lambda x,z:x*(1-1/(9*x)+z/(3*x.sqrt()))**3
        r=lim(D(n),-Z),lim(D(n+1),Z)
    memo[n]=r; return r
def dd(f): return D(f.numerator)/D(f.denominator)
tot=mis=flip=contra=nofit=0; out=[]; kinds={}
for r in csv.DictReader(open(prog)):
    i,c,y=r['indicator'],r['council'],r['year']; k=ind[i]
    a=eng if r['with']=='england' else area[c]['region']
    n,d=int(r['numerator']),int(r['denominator'])
    scale={'share':100,'rate':10000}[k['kind']]
    own=F(n*scale,d)
    published=F(pub[i,a,y]); other=published; fits=None
    if (i,a,y) in counts and counts[i,a,y][1]>0:
        q=counts[i,a,y][0]*scale/counts[i,a,y][1]
        fits=half_up(q,dec[i,y])==published
        if fits: other=q
        else: nofit+=1
    lo,hi=wilson(n,d) if k['kind']=='share' else tuple(v*scale/D(d) for v in byar(n))
    def verdict(o):
        if k['kind']=='share' and abs(own-o)<F(100,d): return 'similar'
        if lo<=dd(o)<=hi: return 'similar'
        up=own>o
        return {'high':('worse','better'),'low':('better','worse'),'none':('lower','higher')}[k['good']][up]
    exact,w=verdict(other),verdict(published)
    v=exact if exact==w else 'similar'
    tot+=1; flip+=exact!=w; kinds[r['with']]=kinds.get(r['with'],0)+1
    if v!='similar' and (own>other)!=(own>published): contra+=1
    if v!=r['verdict']:
        mis+=1
        if mis<15: print('MISMATCH',r,v,w,float(lo),float(hi),float(other),float(published))
    out.append((r,v,exact!=w))
print('verdicts',tot,kinds,'mismatches',mis,'differ from rounded',flip,'opposite direction',contra,'counts that do not round to it',nofit)
if len(sys.argv)>3:
    flips=[x for x in out if x[2]]; rest=[x for x in out if not x[2]]
    pick=flips[::max(1,len(flips)//40)][:40]+rest[::max(1,len(rest)//60)][:60]
    with open(sys.argv[3],'w',newline='') as f:
        x=csv.writer(f,lineterminator='\n'); x.writerow(['indicator','council','year','numerator','denominator','with','verdict'])
        for r,v,_ in pick: x.writerow([r['indicator'],r['council'],r['year'],r['numerator'],r['denominator'],r['with'],v])
